"""What a new edition of the raw files changes in the tables, line by line."""

from collections.abc import Iterator, Mapping, Sequence

from hwkcli.files.tables import Tables


def differences(old: Tables, new: Tables, responsible: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What a new edition changes, line by line. `responsible` are the chambers by the keys of their territories."""
    before, after = ({one.ags: one for one in tables.gemeinden} for tables in (old, new))
    gone = {ags: one for ags, one in before.items() if ags not in after}
    added = {ags: one for ags, one in after.items() if ags not in before}
    moved = {a: b for a in gone for b in added if (gone[a].name, a[:2]) == (added[b].name, b[:2])}
    yield from (f"re-keyed: {before[ags].name} {ags} -> {other}" for ags, other in moved.items())
    yield from (f"gone: {one.name} {ags}" for ags, one in gone.items() if ags not in moved)
    yield from (f"added: {one.name} {ags}" for ags, one in added.items() if ags not in moved.values())
    for ags in before.keys() & after.keys():
        if before[ags].name != after[ags].name:
            yield f"renamed: {ags} {before[ags].name} -> {after[ags].name}"
    keys = ({kreis.key: kreis.name for kreis in tables.kreise} for tables in (old, new))
    kreise_before, kreise_after = keys
    for key in sorted(kreise_before.keys() ^ kreise_after.keys()):
        verb, name = ("gone", kreise_before[key]) if key in kreise_before else ("added", kreise_after[key])
        yield f"Kreis {verb}: {name} {key}"
    places = kreise_after.keys() | after.keys()
    for key, codes in responsible.items():
        if key not in places:
            yield f"chamber affected: {', '.join(codes)} has {key} in data/chambers.yaml, which is gone"
    for ags in sorted(after):
        if ags[:5] in kreise_after and not {ags, ags[:5]} & responsible.keys():
            yield f"chamber affected: {after[ags].name} {ags} has no chamber in data/chambers.yaml"
    names_before, names_after = ({(one.name, one.ags): None for one in tables.ortsteile} for tables in (old, new))
    yield from (f"locality gone: {name} {ags}" for name, ags in names_before if (name, ags) not in names_after)
    yield from (f"locality added: {name} {ags}" for name, ags in names_after if (name, ags) not in names_before)
    yield (
        f"localities: {len(names_after.keys() - names_before.keys())} added, "
        f"{len(names_before.keys() - names_after.keys())} gone"
    )
    sums_before, sums_after = ({one.file: one.sha256 for one in tables.origins.sources} for tables in (old, new))
    for file, sum in sums_after.items():
        if file and sums_before.get(file) != sum:
            yield f"raw file changed: {file}"
    codes_before, codes_after = ({ort.postal_code for ort in tables.orte} for tables in (old, new))
    yield f"postal codes: {len(codes_after - codes_before)} added, {len(codes_before - codes_after)} gone"
