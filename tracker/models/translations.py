from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext_lazy as _

from .changes import PAGES
from .constraints import exactly_one, not_blank
from .developments import Development
from .documents import Document
from .fields import ChoiceField
from .history import tracked
from .organisations import Organisation
from .publication import Publishable, PublishableQuerySet, State
from .recommendations import Recommendation
from .responses import new_key
from .wording import LANGUAGES

REPLACED_TEXT = gettext_noop("Replaced by a newer translation.")  # why it is withdrawn then


def _one(subject: str, states: list[State], name: str, message: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=[subject, "language"],
        condition=Q(state__in=states),
        name=name,
        violation_error_message=message,
    )


def _telling(subject: type[models.Model]) -> str:
    """SQL that keeps with a record what its title is in the languages of the site."""
    table, column = subject._meta.db_table, f"{subject._meta.model_name}_id"
    record = f"coalesce(NEW.{column}, OLD.{column})"
    return f"""
        UPDATE {table} AS told SET translations = said.titles FROM (
            SELECT coalesce(jsonb_object_agg(language, jsonb_build_object('title', title)), '{{}}')
                AS titles
            FROM tracker_translation WHERE {column} = {record} AND state = 'published'
        ) AS said
        WHERE told.id = {record} AND told.translations IS DISTINCT FROM said.titles;
    """  # noqa: S608 - names of ours


@tracked(PAGES)
class Translation(Publishable):
    """
    What a public recommendation or development says in another language, and whose words they are.

    One is published for each record and language; a newer one takes its place once a second person
    approves. What a record's title is in each language is kept with the record, by a trigger.
    """

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("Official text of the document in this language")
        OURS = "ours", _("Our translation")
        ORGANISATION = "organisation", _("Translation by an organisation")

    key = models.SlugField(max_length=80, unique=True, default=new_key, editable=False)
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="wordings"
    )
    development = models.ForeignKey(
        Development, models.PROTECT, null=True, blank=True, related_name="wordings"
    )
    language = ChoiceField(choices=[*LANGUAGES.items()])
    kind = ChoiceField("whose words", choices=Kind, default=Kind.OURS)
    title = models.CharField(max_length=200)
    words = models.TextField("whole text", blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="translations_in",
        help_text="The document in this language, for an official text.",
    )  # fmt: skip
    translator = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="translated"
    )

    objects = PublishableQuerySet.as_manager()

    class Meta:
        ordering = ["language", "-recorded_at"]
        constraints = [
            *Publishable.Meta.constraints,
            not_blank("title", name="translation_title_not_blank"),
            exactly_one(
                "recommendation", "development", name="translation_is_of_one_record",
                message="A translation is of one recommendation or development.",
            ),
            models.CheckConstraint(
                name="translation_official_text_has_its_document",
                condition=~Q(kind="official") | Q(document__isnull=False),
                violation_error_message="An official text needs the document that has it.",
            ),
            models.CheckConstraint(
                name="translation_by_an_organisation_names_it",
                condition=Q(kind="organisation", translator__isnull=False)
                | (~Q(kind="organisation") & Q(translator__isnull=True)),
                violation_error_message="Name the organisation that translated it, and only then.",
            ),
            *(
                _one(subject, states, f"translation_one_{word}_of_a_{subject}", message)
                for subject in ("recommendation", "development")
                for word, states, message in (
                    ("published", [State.PUBLISHED], "It already has a text in this language."),
                    (
                        "open", [State.DRAFT, State.IN_REVIEW],
                        "A translation into this language is already on its way.",
                    ),
                )
            ),
        ]  # fmt: skip
        triggers = [
            *Publishable.Meta.triggers,
            pgtrigger.Trigger(
                name="title_is_told",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=f"{_telling(Recommendation)}{_telling(Development)} RETURN NULL;",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_language_display()})"

    def natural_key(self) -> tuple[str]:
        return (self.key,)

    def clean(self) -> None:
        """Raises ValidationError for a title that the record could not hold."""
        if not (self.recommendation_id or self.development_id):
            return
        longest: Any = self.subject._meta.get_field("title").max_length
        if len(self.title) > longest:
            raise ValidationError({"title": f"{longest} characters are the most here."})

    @property
    def published_now(self) -> Translation | None:
        """What readers have of the record in this language, perhaps this one."""
        subject, language = self.subject, self.language
        found: Translation | None = subject.wordings.published().filter(language=language).first()
        return found

    @property
    def subject(self) -> Recommendation | Development:
        """What is translated."""
        found = self.recommendation or self.development
        assert found is not None  # noqa: S101 - the constraint says so
        return found


@dataclass(frozen=True)
class Wording:
    """What is published of a record in a language, whose words it is, and where they are from."""

    language: str
    kind: str
    title: str
    words: str
    document: str = ""
    document_slug: str = ""
    translator: str = ""

    @property
    def called(self) -> str:
        """The language by its name."""
        return str(LANGUAGES[self.language])

    @property
    def whose(self) -> str:
        return str(Translation.Kind(self.kind).label)


def translations_of(record: Any) -> list[Wording]:
    """Of a record that was asked for `with_translations`; first what the page's language has."""
    found = [Wording(**told) for told in getattr(record, "wordings_told", [])]
    return sorted(found, key=lambda wording: wording.language != get_language())
