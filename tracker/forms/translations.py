from __future__ import annotations

from typing import Any

from django import forms

from tracker.actions.records import to_plain
from tracker.actions.translations import (
    EDITABLE,
    draft_translation,
    revise_translation,
    translation_mark,
)
from tracker.filters.translations import ALL, KINDS, PARTS, published_text
from tracker.models import Development, Organisation, Recommendation, Translation
from tracker.models.wording import LANGUAGES

from .fields import DocumentField, KeyChoiceField, LinesField
from .records import RecordForm


class TranslationForm(RecordForm):
    """What a public record says in another language, and whose words they are."""

    enter, change, noun = draft_translation, revise_translation, "translation"

    subject: Recommendation | Development
    language: str

    document = DocumentField(
        label="The document in this language",
        required=False,
        max_length=500,
        help_text="For an official text: its symbol or short name here, or its https address.",
    )
    translator = KeyChoiceField(
        queryset=Organisation.objects.order_by("name"),
        to_field_name="slug",
        required=False,
        label="Translated by",
        empty_label="Nobody else",
        help_text="Only for a translation by an organisation.",
    )

    class Meta:
        model = Translation
        fields = EDITABLE
        field_classes = {"words": LinesField}
        widgets = {"words": forms.Textarea(attrs={"rows": 12})}
        labels = {"title": "Title", "words": "Whole text", "kind": "Whose words these are"}
        help_texts = {
            "title": "It stands in lists and heads the page of the record in this language.",
            "words": "Leave it empty to translate the title alone.",
            "kind": "Readers see it beside the text.",
        }
        error_messages = {"title": {"required": "Write the title in this language."}}

    def _get_validation_exclusions(self) -> set[str]:
        """What it is of is known to the action alone, which validates all."""
        every = super()._get_validation_exclusions()  # type: ignore[misc]
        return {*every, "recommendation", "development"}

    @property
    def called(self) -> str:
        """The language by its name."""
        return str(LANGUAGES[self.language])

    def arguments(self) -> dict[str, Any]:
        given = super().arguments()
        if self.instance.pk:
            return given
        return given | {"subject": self.subject, "language": self.language}


def new_translation(
    subject: Recommendation | Development, language: str, data: Any = None
) -> TranslationForm:
    """The form of a text in a language that a record does not have yet, or of a newer one."""
    earlier = published_text(subject, language)
    first = {name: getattr(earlier, name) for name in EDITABLE} if earlier else {}
    if earlier and earlier.translator:
        first["translator"] = earlier.translator.slug
    return _of(TranslationForm(data, initial=first), subject, language)


def translation_form(translation: Translation, data: Any = None) -> TranslationForm:
    """The form of a translation that is on its way, as it stands now."""
    first = to_plain(translation, ["translator"]) | {
        "expected": translation_mark(translation),
        "document": translation.document,
    }
    copy = Translation.objects.get(pk=translation.pk)
    form = TranslationForm(data, instance=copy, initial=first)
    return _of(form, translation.subject, translation.language)


def _of(
    form: TranslationForm, subject: Recommendation | Development, language: str
) -> TranslationForm:
    form.subject, form.language = subject, language
    for name in ("title", "words"):
        form.fields[name].widget.attrs["lang"] = language
    return form


class MissingForm(forms.Form):
    """Which records without a translation a person looks for."""

    language = forms.ChoiceField(choices=[*LANGUAGES.items()], required=False)
    kind = forms.ChoiceField(
        choices=[(kind, f"{kind}s".capitalize()) for kind in KINDS], required=False
    )

    part = forms.ChoiceField(choices=[*PARTS.items()], required=False)

    def asked(self) -> dict[str, str]:
        """The kind, the language and what is missing; the first ones where none is named."""
        first = {"kind": next(iter(KINDS)), "language": next(iter(LANGUAGES)), "part": ALL}
        given = self.cleaned_data if self.is_valid() else {}
        return {name: given.get(name) or value for name, value in first.items()}
