"""A figure of each Kreis, side by side: what `hwk kreise --stats` answers."""

from hwkcli.cli.drawing import save
from hwkcli.cli.lazy import say
from hwkcli.cli.options import Answer
from hwkcli.errors import NotFound
from hwkcli.figures import beside
from hwkcli.figures.timeline import Figures
from hwkcli.files import load
from hwkcli.model import District
from hwkcli.output.pictures.settings import Settings
from hwkcli.period import Period
from hwkcli.views.figures import beside as beside_view
from hwkcli.views.figures import chart as chart_view


def give(
    district: District, word: str, as_of: Period | None, chart: bool, drawing: Settings | None, answer: Answer
) -> None:
    """Answer with the figures of a metric, by its name, as a table, as bars, as a picture.

    Raises NotFound for an unknown metric, and where no Kreis has a figure that could be drawn.
    """
    figures = Figures(district, load.history(district))
    metric = figures.metric(word)
    shares = beside.shares(figures, metric.id, as_of)
    if all(share.figure is None for share in shares):
        nothing = f"no Kreis has a figure of {metric.id} at that time; hwk stats {metric.id} has what there is"
        if chart or drawing:
            raise NotFound(nothing)
        say(nothing)
    if drawing:
        from hwkcli.output.pictures import bars

        save(bars.draw(figures, metric, shares, drawing, answer.reading), drawing)
    if chart:
        answer.give(chart_view.side_by_side(figures, metric, shares, answer.lang))
    elif not drawing:
        answer.give(beside_view.shares(figures, metric, shares, answer.lang))
