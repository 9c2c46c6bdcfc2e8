"""Recommendations as they leave the house."""

from __future__ import annotations

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

UN_WORDS = {position.value: position.un_word for position in Position if position.un_word}
_POSITION = (
    f"coalesce(answer.position, CASE WHEN r.expects_reply THEN '{Position.NONE_RECORDED.value}'"
    f" ELSE '{Position.NOT_ASKED_FOR.value}' END)"
)
_STATUS = f"coalesce(judgement.status, '{Status.NOT_ASSESSED.value}')"
PAGE = address("public:recommendation", "r.reference")


COLUMNS = [
    Column("reference", "The tracker’s own number; it never changes.", "r.reference", width=10),
    Column("address", "Its page on this site.", PAGE, Kind.ADDRESS, 30),
    Column("title", "A short title, in our words.", "r.title", width=40),
    *translated("title", "r"),
    Column("text", "What is asked.", "r.text", width=80),
    choice("text_kind", "Whether the text is official, a translation, or our paraphrase.",
           "r.text_kind", Recommendation.TextKind),
    Column("language", "The language of the text (BCP 47).", "r.language", width=9),
    choice("kind", "Recommendation, question, request or concern.", "r.kind", Recommendation.Kind),
    Column("made_on", "When it was made: a day, a month or only a year.", "r.made_on", Kind.DATE),
    Column("made_by", "Who made it: organisations and States.", "makers.names", Kind.LIST, 30),
    Column("made_by_codes", "The same by their codes.", "makers.codes", Kind.LIST, 20),
    Column(
        "made_by_kinds", "What kind of body made it.", "makers.kinds", Kind.LIST,
        values=tuple(Organisation.Kind.labels),
    ),
    Column(
        "regional_groups", "UN regional groups of the States that made it.", "makers.regions",
        Kind.LIST, values=tuple(RegionalGroup.labels),
    ),
    Column("addressed_to", "Whom it asks: China, unless the document asks another.", "asked.name"),
    Column("addressed_to_code", "The same by its code.", "asked.slug"),
    Column("document", "The document that states it.", "d.title", width=40),
    Column("document_symbol", "That document’s UN symbol.", "d.symbol", width=20),
    choice("document_kind", "What kind of document that is.", "d.kind", Document.Kind, 24),
    Column("document_address", "Where that document is on the web.", "d.url", Kind.ADDRESS, 30),
    Column("locator", "Where in the document: paragraph, item or page.", "r.locator"),
    Column("mechanism", "The UN procedure or body.", "m.short_name", width=20),
    Column("cycle", "The review it belongs to.", "c.name", width=24),
    Column("cycle_code", "That review’s code.", "c.slug"),
    Column("treaties", "Treaties it invokes.", "invoked.treaties", Kind.LIST, 20),
    Column("articles", "Articles it invokes.", "invoked.articles", Kind.LIST, 24),
    Column("article_codes", "The same by their codes, in the same order.", "invoked.codes",
           Kind.LIST, 20),
    Column(
        "bases", "On what basis each article is invoked, in the same order: explicit (the ask "
        "names it), section (the governing heading does) or inferred (our reading).",
        "invoked.bases", Kind.LIST, values=tuple(Invocation.Basis.values),
    ),
    Column("norms", "Norms that these articles state.", "stated.names", Kind.LIST, 24),
    Column("norm_codes", "The same by their codes.", "stated.codes", Kind.LIST),
    Column("themes", "What it is about.", "themed.names", Kind.LIST, 24),
    Column("theme_codes", "The same by their codes.", "themed.codes", Kind.LIST),
    Column("affected_groups", "Whom it is about.", "grouped.names", Kind.LIST, 24),
    Column("group_codes", "The same by their codes.", "grouped.codes", Kind.LIST),
    Column(
        "action_strength", "1 minimal to 5 specific action, UPR Info’s scale.",
        "r.action_strength", Kind.NUMBER, 8,
    ),
    Column("names_north_koreans", "Whether it names North Koreans.", "r.names_north_koreans",
           Kind.BOOLEAN, 8),
    Column("part_of", "The item that it is a limb of.", "whole.item", width=10),
    Column("taken_up_by", "What takes it up: asks of UN bodies and States.", "taken.by",
           Kind.LIST),
    choice("position", "China’s position: the latest answer by the day asked about.",
           _POSITION, Position, 24),
    Column("position_code", "The same as the filter takes it.", _POSITION,
           values=tuple(Position.values)),
    Column(
        "un_position", "The UN’s own word for the position: it knows only two.",
        labelled("answer.position", lambda: UN_WORDS), values=("supported", "noted"),
    ),
    Column("answered_on", "When China gave that answer.", "answer.responded_on", Kind.DATE),
    choice("status", "Our assessment that held on the day asked about.", _STATUS, Status, 20),
    Column("status_code", "The same as the filter takes it.", _STATUS, width=12,
           values=tuple(Status.values)),
    Column("assessed_on", "The day from which that status holds.", "judgement.as_of", Kind.DATE),
    Column("assessor", "Who assessed it.", "judgement.who", width=20),
    choice("certainty", "How sure we are of the record.", "r.certainty", Certainty, 20),
    published_at("r"),
]  # fmt: skip
RECOMMENDATIONS = Table(
    name="recommendations",
    title="Recommendations",
    meaning="What China was asked, each thing once, with its position and status on a day.",
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
