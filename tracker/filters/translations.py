"""What public records say in other languages: as readers see it, and what still has no words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject, NullIf

from tracker.models import Development, Recommendation, State, Translation
from tracker.models.wording import LANGUAGES, worded

KINDS: dict[str, type[Recommendation] | type[Development]] = {
    "recommendation": Recommendation,
    "development": Development,
}
ALL, TEXT = "all", "text"
PARTS = {ALL: "No translation", TEXT: "Only the title"}
_KEYS = {"recommendation": "reference", "development": "slug"}


def with_translations(rows: QuerySet[Any]) -> QuerySet[Any]:
    """
    Recommendations or developments that know what is published of them in other languages.

    A translation is wording, as the title is: a page of an earlier day shows that of today.
    """
    mine = {str(rows.model._meta.model_name): OuterRef("pk")}
    told = JSONObject(
        language="language", kind="kind", title="title", words="words",
        document=Coalesce(NullIf("document__symbol", Value("")), "document__title", Value("")),
        document_slug=Coalesce("document__slug", Value("")),
        translator=Coalesce(worded("translator__name"), Value("")),
    )  # fmt: skip
    published = Translation.objects.published().filter(**mine).order_by("language")
    found: QuerySet[Any] = rows.annotate(wordings_told=ArraySubquery(published.values(told=told)))
    return found


@dataclass(frozen=True)
class Missing:
    """How many public records of a kind have no words in a language, or only a title, of all."""

    kind: str
    language: str
    count: int
    titles: int
    total: int

    @property
    def called(self) -> str:
        return str(LANGUAGES[self.language])


def missing() -> list[Missing]:
    """Of every language and kind; a query for each kind."""
    found = []
    for kind, model in KINDS.items():
        wanted = {
            f"{part}_{at}": Count("pk", filter=_lacking(kind, of, part))
            for at, of in enumerate(LANGUAGES)
            for part in PARTS
        }
        counts = model.objects.published().aggregate(total=Count("pk"), **wanted)
        found += [
            Missing(kind, of, counts[f"{ALL}_{at}"], counts[f"{TEXT}_{at}"], counts["total"])
            for at, of in enumerate(LANGUAGES)
        ]
    return sorted(found, key=lambda row: [*LANGUAGES].index(row.language))


def untranslated(kind: str, language: str, part: str = ALL) -> QuerySet[Any]:
    """
    Public records that say nothing in a language, or whose TEXT is not translated: what invokes
    most, then what is latest.

    `on_its_way` is the key of a translation that is not published yet, if there is one.
    """
    begun = _of(kind, language).filter(state__in=[State.DRAFT, State.IN_REVIEW])
    model: Any = KINDS[kind]
    rows: QuerySet[Any] = model.objects.published().filter(_lacking(kind, language, part))
    rows = rows.annotate(on_its_way=Subquery(begun.values("key")[:1])).select_related("document")
    if kind == "development":
        return rows.order_by(F("happened_on").desc(nulls_last=True), "slug")
    rows = rows.defer("search_vector").annotate(invoked_count=Count("invocations"))
    return rows.order_by("-invoked_count", "-made_on", "reference")


def record_to_translate(kind: str, key: str) -> Recommendation | Development | None:
    """The public record that an address names, or None."""
    rows: Any = KINDS[kind].objects.published().select_related("document")
    found: Recommendation | Development | None = rows.filter(**{_KEYS[kind]: key}).first()
    return found


def published_text(record: Recommendation | Development, language: str) -> Translation | None:
    """What is published of a record in a language."""
    return record.wordings.published().filter(language=language).first()


def on_its_way(record: Recommendation | Development, language: str) -> Translation | None:
    """The translation of a record that is a draft or waits for approval, if there is one."""
    waiting = [State.DRAFT, State.IN_REVIEW]
    return record.wordings.filter(language=language, state__in=waiting).first()


def _of(kind: str, language: str) -> QuerySet[Translation]:
    return Translation.objects.filter(language=language, **{kind: OuterRef("pk")})


def _lacking(kind: str, language: str, part: str) -> Any:
    """What is true of a record that says nothing in a language, or that has its title alone."""
    published = _of(kind, language).filter(state=State.PUBLISHED)
    return Exists(published.filter(words="")) if part == TEXT else ~Exists(published)
