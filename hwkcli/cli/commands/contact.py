"""Whom to call, and the cooperation that the release reports."""

from typing import Annotated

import typer

from hwkcli.cli import completion
from hwkcli.cli.conversation import say
from hwkcli.cli.options import DataOption
from hwkcli.cli.reply import Reply, replying
from hwkcli.contacts import directory
from hwkcli.contacts import vcard as vcards
from hwkcli.errors import NotFound
from hwkcli.files import load
from hwkcli.model import Contact
from hwkcli.views import contacts as views


@replying
def contact(
    reply: Reply,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]", help="A name, a kind, a town or a Kreis.", autocompletion=completion.contacts
        ),
    ] = None,
    everyone: Annotated[bool, typer.Option("--list", help="All contacts.")] = False,
    kreis: Annotated[
        str | None,
        typer.Option(
            "--kreis",
            metavar="KREIS",
            help="Only who stands in this Kreis or is in charge of any of it.",
            autocompletion=completion.kreise,
        ),
    ] = None,
    vcard: Annotated[bool, typer.Option("--vcard", help="As vCard 3.0, for address books.")] = False,
    qr: Annotated[bool, typer.Option("--qr", help="As a QR code on the terminal.")] = False,
    data: DataOption = None,
) -> None:
    """The press contact; with WORDS or --list, whom else to call."""
    if vcard + qr + reply.asked > 1:
        raise typer.BadParameter("--vcard, --qr and --format are formats; give one of them")
    if everyone and words:
        raise typer.BadParameter("--list gives all contacts; leave WORDS out")
    district = load.district(data)
    if everyone or words or kreis is not None:
        known = directory.Contacts(district, load.directory(district))
        chosen = _chosen(known, " ".join(words) if words else None, kreis)
        view = views.contacts(known, chosen, reply.lang)
    elif district.contacts:
        chosen = district.contacts[:1]
        view = views.contact(district.source(chosen[0].source), chosen[0], reply.lang)
    else:
        raise NotFound("the data file has no contacts")
    card_file = reply.unclear and reply.file is not None and reply.file.suffix.lower() == ".vcf"
    if qr:
        reply.write(vcards.qr(chosen))
    elif vcard or card_file:
        reply.write("".join(map(vcards.vcard, chosen)))
    else:
        reply.give(view)


def _chosen(known: directory.Contacts, words: str | None, kreis: str | None) -> tuple[Contact, ...]:
    """The contacts that words or a Kreis lead to; for a place that has none, those of its Kreis, which is said."""
    try:
        return known.search(words, kreis)
    except NotFound:
        there = known.around(words) if words and kreis is None else None
        if there is None:
            raise
    chosen, said = there
    say(said)
    return chosen


@replying
def cooperation(
    reply: Reply,
    data: DataOption = None,
) -> None:
    """The cooperation that the press release reports."""
    district = load.district(data)
    if district.cooperation is None:
        raise NotFound("the data file reports no cooperation")
    reply.give(views.cooperation(district, district.cooperation, reply.lang))
