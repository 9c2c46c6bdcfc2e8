from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse

from .changes import Touches
from .constraints import not_blank
from .history import tracked
from .search import Searchable
from .wording import TranslationsField


@tracked(Touches(only=("code",)))
class Theme(models.Model):
    """What an ask is about, from a controlled vocabulary."""

    code = models.SlugField(unique=True)
    name = models.CharField(max_length=120, unique=True)
    aliases = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    description = models.CharField(max_length=300, blank=True)
    sort_order = models.PositiveSmallIntegerField(default=100)
    translations = TranslationsField("name", "description")

    class Meta:
        ordering = ["sort_order", "name"]
        indexes = [GinIndex(Searchable("name"), name="theme_search")]
        constraints = [not_blank("name", name="theme_name_not_blank")]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def get_absolute_url(self) -> str:
        return reverse("public:theme", args=[self.code])


@tracked(Touches(only=("code",)))
class AffectedGroup(models.Model):
    """Whom an ask is about, from a controlled vocabulary."""

    code = models.SlugField(unique=True)
    name = models.CharField(max_length=120, unique=True)
    aliases = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    sort_order = models.PositiveSmallIntegerField(default=100)
    translations = TranslationsField("name")

    class Meta:
        ordering = ["sort_order", "name"]
        indexes = [GinIndex(Searchable("name"), name="affected_group_search")]
        constraints = [not_blank("name", name="affected_group_name_not_blank")]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def get_absolute_url(self) -> str:
        return reverse("public:group", args=[self.code])
