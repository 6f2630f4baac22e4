"""The inhabitants of the district's territories, as figures: printed for municipalities, summed for all else."""

from collections.abc import Iterator, Mapping, Sequence

from hwkcli.model import District, Figure, History, Inhabitants, Population, Town

METRIC = "population"
_CENSUS = "census_2022"


def figures(district: District, history: History) -> Iterator[Figure]:
    """The inhabitants of each municipality, Kreis and the district at the dates that the files name, if they have the
    metric `population`. What lacks a municipality is not summed."""
    series = {one.id for metric in history.metrics if metric.id == METRIC for one in metric.series}
    for population in (*history.populations, *_in_the_list(district)):
        if population.series in series:
            yield from _on_a_day(district, population)


def _in_the_list(district: District) -> list[Population]:
    """The inhabitants that the district's own list of towns has, day by day."""
    days = dict.fromkeys(town.population_as_of for town in district.towns if town.population is not None)
    return [
        Population(
            day,
            _CENSUS,
            district.source_of("population").id,
            tuple(
                Inhabitants(town.ags, town.population)
                for town in district.towns
                if town.population is not None and town.population_as_of == day and town.kind != "locality"
            ),
        )
        for day in days
        if day is not None
    ]


def _on_a_day(district: District, population: Population) -> Iterator[Figure]:
    by_ags = {one.town: one.value for one in population.values}
    blank = Figure(
        metric=METRIC,
        value=0,
        printed=None,
        unit="persons",
        as_of=population.as_of,
        precision="exact",
        source=population.source,
        series=population.series,
    )
    towns = [town for kreis in district.kreise for town in kreis.municipalities]
    yield from _whole(blank, "district", towns, by_ags)
    for kreis in district.kreise:
        yield from _whole(blank, kreis.key, kreis.municipalities, by_ags)
        for town in kreis.municipalities:
            if town.kind != "city":
                yield from _whole(blank, town.ags, (town,), by_ags)


def _whole(blank: Figure, territory: str, towns: Sequence[Town], by_ags: Mapping[str, int]) -> Iterator[Figure]:
    """The figure of a territory that is made up of municipalities, if all of them are known."""
    known = [by_ags[town.ags] for town in towns if town.ags in by_ags]
    if not known or len(known) != len(towns):
        return
    id = f"{METRIC}-{territory}-{blank.as_of}-{blank.series}"
    single = len(known) == 1
    yield blank._replace(
        id=id,
        territory=territory,
        value=sum(known),
        printed=str(known[0]) if single else None,
        formula=None if single else f"sum of {len(known)} municipalities",
    )
