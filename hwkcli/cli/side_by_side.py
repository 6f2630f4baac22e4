"""A figure of each Kreis, side by side: what `hwk kreise --stats` answers."""

from collections.abc import Collection

from hwkcli.cli.conversation import say
from hwkcli.cli.drawing import save
from hwkcli.cli.reply import Reply
from hwkcli.errors import Message, NotFound
from hwkcli.figures import beside
from hwkcli.figures.names import called
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.model import District
from hwkcli.output.pictures.settings import Settings
from hwkcli.period import Period
from hwkcli.views.figures import beside as beside_view
from hwkcli.views.figures import chart as chart_view


def give(
    district: District,
    word: str,
    wanted: Collection[str],
    as_of: Period | None,
    chart: bool,
    drawing: Settings | None,
    reply: Reply,
) -> None:
    """Answer with the figures of a metric, by its name, as a table, as bars, as a picture; of the Kreise of some keys
    only, if any are wanted.

    Raises NotFound for an unknown metric, and where no Kreis has a figure that could be drawn.
    """
    figures = Figures(district, load.history(district))
    metric = figures.metric(word)
    every = beside.shares(figures, metric.id, as_of)
    shares = [share for share in every if not wanted or share.kreis.key in wanted]
    if all(share.figure is None for share in shares):
        nothing = "no Kreis has a figure of {metric} at that time; hwk stats {metric} has what there is"
        if chart or drawing:
            raise NotFound(nothing, metric=called(metric))
        say(Message(nothing, metric=called(metric)))
    if drawing:
        from hwkcli.output.pictures import bars

        save(bars.draw(figures, metric, shares, drawing, reply.spoken), drawing, reply.force)
    if chart:
        reply.give(chart_view.side_by_side(figures, metric, shares, reply.lang))
    elif not drawing:
        reply.give(beside_view.shares(figures, metric, shares, reply.lang))
