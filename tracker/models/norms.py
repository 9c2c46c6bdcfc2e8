from __future__ import annotations

from django.db import models
from django.urls import reverse

from .articles import Article
from .changes import EVERYTHING, Touches
from .constraints import not_blank
from .history import tracked
from .links import link
from .wording import TranslationsField


@tracked(Touches(only=("slug",)))
class Norm(models.Model):
    """A rule that several articles of several treaties state, e.g. non-refoulement."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=100, unique=True)
    description = models.TextField()
    articles: models.ManyToManyField[Article, models.Model] = models.ManyToManyField(
        Article, related_name="norms", blank=True, through="NormArticle"
    )
    translations = TranslationsField("name", "description")

    class Meta:
        ordering = ["name"]
        constraints = [
            not_blank("name", name="norm_name_not_blank"),
            not_blank("description", name="norm_description_not_blank"),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return reverse("public:norm", args=[self.slug])


NormArticle = link("NormArticle", EVERYTHING, module=__name__, norm=Norm, article=Article)
