"""China's answers as they leave the house."""

from __future__ import annotations

from tracker.models import Certainty, Position, Response

from .columns import Column, Kind, address, choice, labelled, published_at
from .recommendations import UN_WORDS
from .tables import Table

COLUMNS = [
    Column("code", "The answer’s own name; it never changes.", "a.key"),
    Column("recommendation", "The recommendation it answers.", "r.reference", width=10),
    Column("address", "That recommendation’s page on this site.",
           address("public:recommendation", "r.reference"), Kind.ADDRESS, 30),
    choice("position", "China’s position, normalised over the reviews.",
           "a.position", Position, 24),
    Column("position_code", "The same as the filter takes it.", "a.position",
           values=tuple(Position.values)),
    Column(
        "un_position", "The UN’s own word for the position: it knows only two.",
        labelled("a.position", lambda: UN_WORDS), values=("supported", "noted"),
    ),
    Column("category_as_stated", "China’s own category, as the reply prints it.",
           "a.category_as_stated", width=24),
    Column("words", "What China said.", "a.words", width=80),
    choice("words_kind", "Whether those words are official, a translation, or our paraphrase.",
           "a.words_kind", Response.WordsKind),
    Column("language", "The language of those words (BCP 47).", "a.language", width=9),
    Column("answered_on", "When China answered: a day, a month or only a year.",
           "a.responded_on", Kind.DATE),
    Column("document", "The document that holds the answer.", "d.title", width=40),
    Column("document_symbol", "That document’s UN symbol.", "d.symbol", width=20),
    Column("locator", "Where in the document: paragraph, item or page.", "a.locator"),
    Column("cycle", "The review in which it was given.", "c.name", width=24),
    Column("cycle_code", "That review’s code.", "c.slug"),
    choice("certainty", "How sure we are of the record.", "a.certainty", Certainty, 20),
    Column("corrects", "The answer that this one corrects.", "old.key"),
    Column("correction_reason", "Why that one was corrected.", "a.supersedes_reason", width=30),
    published_at("a"),
]  # fmt: skip
RESPONSES = Table(
    name="responses",
    title="Responses",
    meaning="What China answered, each answer that holds on the day asked about.",
    columns=COLUMNS,
    source="""tracker_response AS a
        JOIN tracker_recommendation AS r ON r.id = a.recommendation_id
        JOIN tracker_document AS d ON d.id = a.document_id
        LEFT JOIN tracker_reviewcycle AS c ON c.id = a.cycle_id
        LEFT JOIN tracker_response AS old ON old.id = a.supersedes_id""",
    key="a.id",
    public="a.state = 'published' AND r.state = 'published'",
)
