"""One form for each noun of the reference data, made from its description."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models

from tracker.actions.records import to_plain
from tracker.actions.reference import (
    delete_reference,
    enter_reference,
    reference_mark,
    revise_reference,
)
from tracker.models import Article, Document, Organisation, ReferenceNoun, User

from .base import ReasonForm
from .fields import (
    ArticleField,
    ArticlesField,
    DocumentField,
    DocumentsField,
    KeyChoiceField,
    KeysChoiceField,
    LinesField,
    TermsField,
)
from .wording import FIELD, WordedForm

_KEYS = {"treaty": "code", "mechanism": "code", "cycle": "slug"}


class ReferenceForm(WordedForm):
    """A row of a noun; the classes that `form_of` makes have its fields."""

    noun = "row"
    described: ReferenceNoun

    def clean(self) -> dict[str, Any]:
        """An article that is part of no other is part of the treaty as a whole."""
        cleaned = super().clean()
        if isinstance(self.instance, Article) and cleaned.get("treaty"):
            cleaned["parent"] = cleaned.get("parent") or Article.objects.whole(cleaned["treaty"])
        return cleaned

    @property
    def asked(self) -> list[Any]:
        """Its fields in the order of the noun, in English, without those that carry marks."""
        return [self[name] for name in self.described.fields if name != FIELD]


@cache
def form_of(noun: ReferenceNoun) -> type[ReferenceForm]:
    """The form of a noun."""
    fields: dict[str, Any] = {
        name: noun.model._meta.get_field(name) for name in noun.fields if name != FIELD
    }
    declared = {name: made for name, field in fields.items() if (made := _declared(noun, field))}
    texts = [name for name, field in fields.items() if isinstance(field, models.TextField)]
    labels = {name: noun.label(name) for name in fields}
    meta = {
        "model": noun.model,
        "fields": [*fields],
        "labels": labels,
        "help_texts": dict(noun.helps),
        "field_classes": dict.fromkeys(texts, LinesField),
        "widgets": {name: forms.Textarea(attrs={"rows": 3}) for name in texts},
        "error_messages": {name: _messages(noun, label) for name, label in labels.items()},
    }
    return type(
        f"{noun.model.__name__}Form",
        (ReferenceForm,),
        {
            **declared,
            "described": noun,
            "enter": partial(enter_reference, noun=noun),
            "change": partial(revise_reference, noun=noun),
            "not_in_future": noun.past,
            "Meta": type("Meta", (), meta),
            "__module__": __name__,
        },
    )


def new_form(noun: ReferenceNoun, data: Any = None) -> ReferenceForm:
    """The form of a row that is still to be entered."""
    form = form_of(noun)(data)
    for name in noun.needed:
        form.fields[name].required = True
    return form


def reference_form(noun: ReferenceNoun, row: models.Model, data: Any = None) -> ReferenceForm:
    """The form of an existing row, as it stands now; what its address is made of stays."""
    related = [name for name in noun.fields if noun.model._meta.get_field(name).is_relation]
    first = to_plain(row, related) | _as_people_write(noun, row)
    # A copy: validating a ModelForm writes into its record, which the page still shows.
    copy = noun.model._default_manager.get(pk=row.pk)
    first["expected"] = reference_mark(noun, row)
    form = form_of(noun)(data, instance=copy, initial=first)
    for name in noun.fixed:
        form.fields[name].disabled = True
    for name in noun.needed:
        form.fields[name].required = True
    return form


class DeleteForm(ReasonForm):
    """Why a row that nothing uses is taken out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, missing="Say why it is taken out.", **kwargs)
        self.fields["reason"].label = "Why is it taken out?"

    def take_out(self, noun: ReferenceNoun, row: models.Model, *, by: User) -> bool:
        return self.is_bound and self.apply(delete_reference, noun=noun, row=row, by=by)


def _messages(noun: ReferenceNoun, label: str) -> dict[str, str]:
    return {
        "required": f"Fill in “{label}”.",
        "unique": f"There already is another {noun.one} with this: each has its own.",
    }


def _declared(noun: ReferenceNoun, field: Any) -> forms.Field | None:
    """A field that reads what Django's own would not: keys, articles, documents, lists."""
    given: dict[str, Any] = {
        "label": noun.label(field.name),
        "help_text": noun.helps.get(field.name, ""),
        "required": not field.blank or field.name in noun.needed,
    }
    if isinstance(field, ArrayField):
        return TermsField(longest=int(field.base_field.max_length or 0), **given)
    if not field.is_relation:
        return None
    model: Any = field.related_model
    if field.many_to_many:
        return _several(model, given)
    if model is Document:
        return DocumentField(**given)
    if model is Article:
        return ArticleField(**{**given, "required": False})
    return KeyChoiceField(
        queryset=model.objects.all(),
        to_field_name=_KEYS[field.name],
        empty_label="Choose" if given["required"] else "None",
        error_messages={"required": f"Choose the {model._meta.verbose_name}."},
        **given,
    )


def _several(model: Any, given: dict[str, Any]) -> forms.Field:
    if model is Organisation:
        return KeysChoiceField(
            queryset=Organisation.objects.order_by("name"),
            to_field_name="slug",
            widget=forms.CheckboxSelectMultiple,
            **given,
        )
    if model is Document:
        return DocumentsField(**given)
    return ArticlesField(widget=forms.Textarea(attrs={"rows": 3}), **given)


def _as_people_write(noun: ReferenceNoun, row: Any) -> dict[str, Any]:
    """What a form shows of documents and articles: symbols, and `CAT 3`."""
    shown: dict[str, Any] = {}
    for name in noun.fields:
        field: Any = noun.model._meta.get_field(name)
        if field.related_model not in (Document, Article):
            continue
        if field.many_to_many:
            rows = getattr(row, name).all()
            shown[name] = list(
                rows.select_related("treaty") if field.related_model is Article else rows
            )
        elif field.related_model is Article and not getattr(row, name).number:
            shown[name] = ""
        else:
            shown[name] = getattr(row, name)
    return shown
