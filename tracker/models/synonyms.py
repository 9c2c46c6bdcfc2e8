from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from .changes import PAGES
from .history import tracked


def _terms() -> ArrayField:
    return ArrayField(models.CharField(max_length=120), default=list, blank=True)


@tracked(PAGES)
class Synonym(models.Model):
    """A set of terms that search takes for one another: refoulement, 강제송환, 遣返."""

    key = models.SlugField(unique=True)
    en = _terms()
    ko = _terms()
    zh = _terms()

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key

    def natural_key(self) -> tuple[str]:
        return (self.key,)

    @property
    def terms(self) -> list[str]:
        return [*self.en, *self.ko, *self.zh]

    def clean(self) -> None:
        if len(self.terms) < 2:
            raise ValidationError("A set needs two terms or more.", code="lonely")
