"""What a place or a key was before, and what became of it."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from hwkcli.cli import completion
from hwkcli.cli.conversation import say
from hwkcli.cli.options import check_order, one_day, time_option
from hwkcli.cli.reply import Reply, replying
from hwkcli.errors import Ambiguous
from hwkcli.gazetteer.history import chronicle, search
from hwkcli.period import Period
from hwkcli.views import history as views
from hwkcli.views.page import View


@replying
def history(
    reply: Reply,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PLACE",
            help="A name or a key (AGS, ARS, Kreis), of today or of before, in one or more words.",
            autocompletion=completion.places,
        ),
    ] = None,
    since: Annotated[Any, time_option("--since", "Only changes from this day, month or year on.")] = None,
    until: Annotated[Any, time_option("--until", "Only changes up to this day, month or year.")] = None,
    on: Annotated[Any, time_option("--on", "What it was on this day: name, key and Kreis.")] = None,
    crosswalk: Annotated[
        Any, time_option("--crosswalk", "All municipalities of this day beside today's, with shares.")
    ] = None,
) -> None:
    """What was this place before, and what became of it?

    Each change since 1950 (in the East since 1990) of its key, its name and its territory, and what went into it. A
    former key or name says what it is today; a name or key of several places lists them, with exit code 4.
    """
    day, all_on = one_day(on, "--on"), one_day(crosswalk, "--crosswalk")
    if all_on is not None:
        if words or day or since or until:
            raise typer.BadParameter("--crosswalk is of all places; give no PLACE, --on, --since or --until with it")
        from hwkcli.gazetteer.history.crosswalk import crosswalk as crossings

        _give(views.crosswalk(all_on, crossings(all_on), reply.lang), reply, views.left_out(all_on, reply.lang))
        return
    if not words:
        raise typer.BadParameter("give a PLACE: a name or a key; or --crosswalk DATE for all of them")
    if day and (since or until):
        raise typer.BadParameter("--on is of one day; give it without --since and --until")
    check_order(since, until)
    _one(" ".join(words), day, since, until, reply)


def _one(word: str, day: str | None, since: Period | None, until: Period | None, reply: Reply) -> None:
    try:
        one = search.find(word, day)
    except Ambiguous as error:
        reply.give(views.candidates(word, error.candidates, reply.lang))
        raise
    if day:
        reply.give(views.then(word, day, chronicle.then(one, day), reply.lang))
        return
    first, last = since.start.isoformat() if since else "", until.end.isoformat() if until else "9"
    events = [event for event in chronicle.events(one) if first <= event.date <= last]
    notes = views.reused(one.key, reply.lang)
    _give(views.chain(one, events, reply.lang, narrowed=bool(since or until)), reply, notes)


def _give(view: View, reply: Reply, notes: Sequence[str]) -> None:
    """Give an answer with what must be known of it: readers find it below, others on stderr."""
    if reply.form.for_readers:
        view = view._replace(page=view.page._replace(notes=(*notes, *view.page.notes)))
    reply.give(view)
    if not reply.form.for_readers:
        for note in notes:
            say(note)
