"""The files of `fixtures/`: which noun each holds, what names a row, and the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.core.exceptions import ValidationError
from django.db import models as orm

from tracker import models
from tracker.models.wording import LANGUAGES

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Noun:
    """
    A model, the file it is loaded from, and the fields that name one of its rows.

    Of a model with several files, `part` tells them apart: `translations_ko.yaml`.
    """

    model: type[orm.Model]
    key: tuple[str, ...]
    part: str = ""

    @property
    def file(self) -> str:
        stem = f"{self.model._meta.verbose_name_plural} {self.part}".strip()
        return f"{stem}.yaml".replace(" ", "_")


NOUNS = [
    Noun(models.Treaty, ("code",)),
    Noun(models.Article, ("treaty", "number")),
    Noun(models.Norm, ("slug",)),
    Noun(models.Mechanism, ("code",)),
    Noun(models.Organisation, ("slug",)),
    Noun(models.ReviewCycle, ("slug",)),
    Noun(models.Document, ("slug",)),
    Noun(models.TreatyAction, ("key",)),
    Noun(models.OfficialTotal, ("cycle", "basis", "category")),
    Noun(models.Milestone, ("key",)),
    Noun(models.Citation, ("document", "article", "basis")),
    Noun(models.Theme, ("code",)),
    Noun(models.AffectedGroup, ("code",)),
    Noun(models.Recommendation, ("reference",)),
    Noun(models.Invocation, ("recommendation", "article")),
    Noun(models.Relation, ("from_recommendation", "to_recommendation", "kind")),
    Noun(models.Response, ("key",)),
    Noun(models.Development, ("slug",)),
    Noun(models.Assessment, ("key",)),
    Noun(models.Note, ("key",)),
    Noun(models.Synonym, ("key",)),
    *(Noun(models.Translation, ("key",), language) for language in LANGUAGES),
]


def key_of(noun: Noun, row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(row.get(name, "")) for name in noun.key)


def rows_of(path: Path) -> list[Any]:
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        rows = yaml.load(text, _Loader) or []  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise ValidationError(" ".join(str(error).split())) from None
    if not isinstance(rows, list):
        raise ValidationError("Write a list of rows.")
    return rows


def row_key(noun: Noun, row: Any) -> tuple[str, ...]:
    if not isinstance(row, dict):
        raise ValidationError("Write a row as names and values.")
    if missing := [name for name in noun.key if row.get(name) in {None, ""}]:
        raise ValidationError(dict.fromkeys(missing, "Every row needs it."))
    return key_of(noun, row)


def name_of(noun: Noun, row: Any) -> str:
    return " ".join(str(row.get(n, "?")) for n in noun.key) if isinstance(row, dict) else str(row)
