"""Recommendations as they leave the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from tracker.lib.english import in_english
from tracker.models import (
    Certainty,
    Document,
    Invocation,
    Organisation,
    Position,
    Recommendation,
    RegionalGroup,
    Status,
)

from . import joins
from .columns import Column, Kind, address, choice, labelled, published_at, translated
from .tables import Join, Table

_POSITION = (
    f"coalesce(answer.position, CASE WHEN r.expects_reply THEN '{Position.NONE_RECORDED.value}'"
    f" ELSE '{Position.NOT_ASKED_FOR.value}' END)"
)
_STATUS = f"coalesce(judgement.status, '{Status.NOT_ASSESSED.value}')"
PAGE = address("public:recommendation", "r.reference")


def un_words() -> dict[str, str]:
    """The UN's own word for each position that has one."""
    return {position.value: position.un_word for position in Position if position.un_word}


COLUMNS = [
    Column("reference", _("The tracker’s own number; it never changes."), "r.reference", width=10),
    Column("address", _("Its page on this site."), PAGE, Kind.ADDRESS, 30),
    Column("title", _("A short title, in our words."), "r.title", width=40),
    *translated("title", "r"),
    Column("text", _("What is asked."), "r.text", width=80),
    choice("text_kind", _("Whether the text is official, a translation, or our paraphrase."),
           "r.text_kind", Recommendation.TextKind),
    Column("language", _("The language of the text (BCP 47)."), "r.language", width=9),
    choice("kind", _("Recommendation, question, request or concern."), "r.kind",
           Recommendation.Kind),
    Column("made_on", _("When it was made: a day, a month or only a year."), "r.made_on",
           Kind.DATE),
    Column("made_by", _("Who made it: organisations and States."), "makers.names", Kind.LIST, 30),
    Column("made_by_codes", _("The same by their codes."), "makers.codes", Kind.LIST, 20),
    Column(
        "made_by_kinds", _("What kind of body made it."), "makers.kinds", Kind.LIST,
        values=in_english(Organisation.Kind.labels),
    ),
    Column(
        "regional_groups", _("UN regional groups of the States that made it."), "makers.regions",
        Kind.LIST, values=in_english(RegionalGroup.labels),
    ),
    Column("addressed_to", _("Whom it asks: China, unless the document asks another."),
           "asked.name"),
    Column("addressed_to_code", _("The same by its code."), "asked.slug"),
    Column("document", _("The document that states it."), "d.title", width=40),
    Column("document_symbol", _("That document’s UN symbol."), "d.symbol", width=20),
    choice("document_kind", _("What kind of document that is."), "d.kind", Document.Kind, 24),
    Column("document_address", _("Where that document is on the web."), "d.url", Kind.ADDRESS, 30),
    Column("locator", _("Where in the document: paragraph, item or page."), "r.locator"),
    Column("mechanism", _("The UN procedure or body."), "m.short_name", width=20),
    Column("cycle", _("The review it belongs to."), "c.name", width=24),
    Column("cycle_code", _("That review’s code."), "c.slug"),
    Column("treaties", _("Treaties it invokes."), "invoked.treaties", Kind.LIST, 20),
    Column("articles", _("Articles it invokes."), "invoked.articles", Kind.LIST, 24),
    Column("article_codes", _("The same by their codes, in the same order."), "invoked.codes",
           Kind.LIST, 20),
    Column(
        "bases",
        _("On what basis each article is invoked, in the same order: explicit (the ask "
          "names it), section (the governing heading does) or inferred (our reading)."),
        "invoked.bases", Kind.LIST, values=tuple(Invocation.Basis.values),
    ),
    Column("norms", _("Norms that these articles state."), "stated.names", Kind.LIST, 24),
    Column("norm_codes", _("The same by their codes."), "stated.codes", Kind.LIST),
    Column("themes", _("What it is about."), "themed.names", Kind.LIST, 24),
    Column("theme_codes", _("The same by their codes."), "themed.codes", Kind.LIST),
    Column("affected_groups", _("Whom it is about."), "grouped.names", Kind.LIST, 24),
    Column("group_codes", _("The same by their codes."), "grouped.codes", Kind.LIST),
    Column(
        "action_strength", _("1 minimal to 5 specific action, UPR Info’s scale."),
        "r.action_strength", Kind.NUMBER, 8,
    ),
    Column("names_north_koreans", _("Whether it names North Koreans."), "r.names_north_koreans",
           Kind.BOOLEAN, 8),
    Column("part_of", _("The item that it is a limb of."), "whole.item", width=10),
    Column("taken_up_by", _("What takes it up: asks of UN bodies and States."), "taken.by",
           Kind.LIST),
    choice("position", _("China’s position: the latest answer by the day asked about."),
           _POSITION, Position, 24),
    Column("position_code", _("The same as the filter takes it."), _POSITION,
           values=tuple(Position.values)),
    Column(
        "un_position", _("The UN’s own word for the position: it knows only two."),
        labelled("answer.position", un_words), values=("supported", "noted"),
    ),
    Column("answered_on", _("When China gave that answer."), "answer.responded_on", Kind.DATE),
    choice("status", _("Our assessment that held on the day asked about."), _STATUS, Status, 20),
    Column("status_code", _("The same as the filter takes it."), _STATUS, width=12,
           values=tuple(Status.values)),
    Column("assessed_on", _("The day from which that status holds."), "judgement.as_of", Kind.DATE),
    Column("assessor", _("Who assessed it."), "judgement.who", width=20),
    choice("certainty", _("How sure we are of the record."), "r.certainty", Certainty, 20),
    published_at("r"),
]  # fmt: skip
RECOMMENDATIONS = Table(
    name="recommendations",
    title=_("Recommendations"),
    meaning=_("What China was asked, each thing once, with its position and status on a day."),
    columns=COLUMNS,
    source="""tracker_recommendation AS r
        JOIN tracker_document AS d ON d.id = r.document_id
        JOIN tracker_organisation AS asked ON asked.id = r.addressed_to_id
        LEFT JOIN tracker_reviewcycle AS c ON c.id = r.cycle_id
        LEFT JOIN tracker_mechanism AS m ON m.id = c.mechanism_id""",
    key="r.id",
    public="r.state = 'published'",
    joins=[
        Join("makers", joins.makers),
        Join("invoked", joins.invocations),
        Join("stated", joins.norms),
        Join("themed", joins.themes),
        Join("grouped", joins.groups),
        Join("answer", joins.answer),
        Join("judgement", joins.judgement),
        Join("taken", joins.taken_up),
        Join("whole", joins.whole),
    ],
)
