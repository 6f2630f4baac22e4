"""Hostile words: asked one by one, and in the columns of a table."""

import resource
import sys
import time
from collections import Counter
from random import Random

from hostile import Words
from seen import HANGING, LONGEST_HERE, command, folders, in_child


def words(number: int, seed: int) -> int:
    """Ask for so many words one by one, and match a table with so many in its columns."""
    return _asked(number, seed) + _matched(number, seed)


def _asked(number: int, seed: int) -> int:
    """Ask the engine for each word, of one in 25 with the suggestions that `find -` makes; how many failed otherwise
    than they may, or took too long."""

    def work() -> None:
        from hwkcli.errors import HwkError
        from hwkcli.gazetteer.engine import evidence
        from hwkcli.gazetteer.find import shipped

        words, finder, ends, faults, slowest = Words(Random(seed)), shipped(True), Counter[str](), 0, 0.0
        begun = time.monotonic()
        for at in range(number):
            word = words()
            start = time.thread_time()
            try:
                if at % 25:
                    end = str(finder.resolver.resolve(evidence.of_text(word)).verdict)
                else:
                    matches = finder.ask(word).matches
                    end = "several" if len(matches) > 1 else "one"
            except HwkError as error:
                end = type(error).__name__
                if not str(error).isprintable() or len(str(error)) > 2000:
                    faults += 1
                    print(f"  {word[:200]!r}: said {str(error)[:300]!r}", flush=True)
            except Exception as error:
                end = "fault"
                faults += 1
                print(f"  {word[:200]!r}: {error!r}", flush=True)
            took = time.thread_time() - start
            if took > LONGEST_HERE:
                faults += 1
                print(f"  {took:.1f} s for {word[:200]!r} of {len(word)} signs", flush=True)
            ends[end] += 1
            slowest = max(slowest, took)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        told = f"{time.monotonic() - begun:.0f} s; slowest {slowest * 1000:.0f} ms; {peak} MiB"
        print(f"{number} words asked: {dict(ends.most_common())}; {faults} faults; {told}", flush=True)
        sys.exit(min(faults, 100))

    ended, _ = in_child(work)
    return abs(ended)


def _matched(number: int, seed: int) -> int:
    for home, _ in folders("attack-"):
        file, out = home / "words.csv", home / "words.parquet"
        words = Words(Random(seed + 1))
        with file.open("w", encoding="utf-8", newline="") as table:
            table.write("AGS;PLZ;Ort;Kreis;Land;lat;lon\n")
            for at in range(number):
                cells = (words() if at % 5 == one or words.dice.random() < 0.1 else words.known() for one in range(7))
                table.write(";".join('"' + cell[:30_000].replace('"', '""').replace("\0", "") + '"' for cell in cells))
                table.write("\n")
        options = ("--key", "AGS", "--land", "Land", "--kreis", "Kreis", "--latitude", "lat", "--longitude", "lon")
        begun = time.monotonic()
        seen = command(home, "match", file, "-o", out, *options, hanging=HANGING * 60)
        took = f"{time.monotonic() - begun:.0f} s, {seen.seconds:.0f} s of CPU"
        print(f"{number} rows of hostile words: exit {seen.code}; {took}: {seen.said.splitlines()[-1:]}", flush=True)
        return int(seen.code != 0)
    return 1
