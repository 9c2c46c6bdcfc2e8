from __future__ import annotations

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext

from .changes import Touches
from .history import tracked
from .treaties import Treaty
from .wording import TranslationsField

DEEPEST = 3  # numbered articles on the way down, as the facet of articles reads them
_PARTS = re.compile(r"\d+|[A-Za-z]+")


def article_slug(number: str) -> str:
    """`1A(2)` → `1a-2`, `5(e)(iv)` → `5-e-iv`."""
    return re.sub(r"[^0-9a-z]+", "-", number.lower()).strip("-")


def article_order(number: str) -> str:
    """A text that sorts as articles do: 2 before 10, 9 before 9(3), roman I before II."""
    return "/".join(
        f"{int(part):04}" if part.isdigit() else part.lower() for part in _PARTS.findall(number)
    )


class ArticleManager(models.Manager["Article"]):
    def get_by_natural_key(self, treaty: str, number: str = "") -> Article:
        return self.get(treaty__code=treaty, number=number)

    def whole(self, treaty: Treaty) -> Article | None:
        """The treaty as a whole, root of its articles."""
        return self.filter(treaty=treaty, number="").first()


@tracked(Touches(only=("treaty_id", "number", "slug", "parent_id")))
class Article(models.Model):
    """
    A provision of a treaty, down to the paragraph that is invoked: `33`, `33(1)`, `1A(2)`.

    Each treaty also has one with no number: the treaty as a whole, which an ask may invoke
    without naming an article. It is the root of the treaty's articles.
    """

    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="articles")
    number = models.CharField(max_length=20, blank=True)
    slug = models.SlugField(max_length=30, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="paragraphs"
    )
    order = models.CharField(max_length=60, blank=True, editable=False, db_collation="C")
    subject = models.CharField(max_length=300, blank=True)
    is_heading = models.BooleanField(
        "subject is the official heading",
        default=False,
        help_text="Otherwise the words are ours: the treaty gives its articles no headings.",
    )
    relevance = models.CharField(max_length=300, blank=True, help_text="Why it matters here.")
    translations = TranslationsField("subject", "relevance")

    objects = ArticleManager()

    class Meta:
        ordering = ["treaty__sort_order", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["treaty", "number"],
                name="article_number_unique_in_treaty",
                violation_error_message="This treaty already has this article.",
            ),
            models.UniqueConstraint(
                fields=["treaty", "slug"], name="article_slug_unique_in_treaty"
            ),
            models.CheckConstraint(
                name="article_only_the_whole_treaty_has_no_parent",
                condition=models.Q(number="", parent__isnull=True)
                | (~models.Q(number="") & models.Q(parent__isnull=False)),
                violation_error_message="An article belongs below the treaty or another article.",
            ),
            models.CheckConstraint(
                name="article_with_a_number_has_its_place",
                condition=models.Q(number="") | (~models.Q(order="") & ~models.Q(slug="")),
                violation_error_message="A numbered article needs its place among the others.",
            ),
        ]

    def __str__(self) -> str:
        if self.number:
            return f"{self.treaty} {self.number}"
        return gettext("{treaty} (as a whole)").format(treaty=self.treaty)

    def natural_key(self) -> tuple[str, str]:
        return (self.treaty.code, self.number)

    def clean(self) -> None:
        """Raises ValidationError for a parent of another treaty, below itself, or too far down."""
        self.slug = article_slug(self.number)
        self.order = article_order(self.number)
        above = list(self._above())
        if any(article.treaty_id != self.treaty_id for article in above):
            raise ValidationError({"parent": "Choose an article of the same treaty."})
        if self.pk and any(article.pk == self.pk for article in above):
            raise ValidationError({"parent": "An article is not below itself."})
        if len(above) > DEEPEST:
            raise ValidationError({"parent": "That is too deep: article, paragraph, limb."})

    def _above(self) -> Iterator[Article]:
        """What it is a part of, from the next to the treaty as a whole; one too many for a ring."""
        article: Article | None = self.parent
        for _ in range(DEEPEST + 1):
            if article is None:
                return
            yield article
            article = article.parent

    @property
    def is_whole_treaty(self) -> bool:
        return not self.number

    def get_absolute_url(self) -> str:
        if self.is_whole_treaty:
            return self.treaty.get_absolute_url()
        return reverse("public:article", args=[self.treaty.code, self.slug])
