"""China's answers as they leave the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from tracker.models import Certainty, Position, Response

from .columns import Column, Kind, address, choice, labelled, published_at
from .recommendations import un_words
from .tables import Table

COLUMNS = [
    Column("code", _("The answer’s own name; it never changes."), "a.key"),
    Column("recommendation", _("The recommendation it answers."), "r.reference", width=10),
    Column("address", _("That recommendation’s page on this site."),
           address("public:recommendation", "r.reference"), Kind.ADDRESS, 30),
    choice("position", _("China’s position, normalised over the reviews."),
           "a.position", Position, 24),
    Column("position_code", _("The same as the filter takes it."), "a.position",
           values=tuple(Position.values)),
    Column(
        "un_position", _("The UN’s own word for the position: it knows only two."),
        labelled("a.position", un_words), values=("supported", "noted"),
    ),
    Column("category_as_stated", _("China’s own category, as the reply prints it."),
           "a.category_as_stated", width=24),
    Column("words", _("What China said."), "a.words", width=80),
    choice("words_kind", _("Whether those words are official, a translation, or our paraphrase."),
           "a.words_kind", Response.WordsKind),
    Column("language", _("The language of those words (BCP 47)."), "a.language", width=9),
    Column("answered_on", _("When China answered: a day, a month or only a year."),
           "a.responded_on", Kind.DATE),
    Column("document", _("The document that holds the answer."), "d.title", width=40),
    Column("document_symbol", _("That document’s UN symbol."), "d.symbol", width=20),
    Column("locator", _("Where in the document: paragraph, item or page."), "a.locator"),
    Column("cycle", _("The review in which it was given."), "c.name", width=24),
    Column("cycle_code", _("That review’s code."), "c.slug"),
    choice("certainty", _("How sure we are of the record."), "a.certainty", Certainty, 20),
    Column("corrects", _("The answer that this one corrects."), "old.key"),
    Column("correction_reason", _("Why that one was corrected."), "a.supersedes_reason", width=30),
    published_at("a"),
]  # fmt: skip
RESPONSES = Table(
    name="responses",
    title=_("Responses"),
    meaning=_("What China answered, each answer that holds on the day asked about."),
    columns=COLUMNS,
    source="""tracker_response AS a
        JOIN tracker_recommendation AS r ON r.id = a.recommendation_id
        JOIN tracker_document AS d ON d.id = a.document_id
        LEFT JOIN tracker_reviewcycle AS c ON c.id = a.cycle_id
        LEFT JOIN tracker_response AS old ON old.id = a.supersedes_id""",
    key="a.id",
    public="a.state = 'published' AND r.state = 'published'",
)
