"""In which language a page says what the database holds."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tracker.models import Article
from tracker.models.translations import Wording, translations_of
from tracker.models.wording import in_english, lang_of

register = template.Library()


@register.filter
def lang(row: Any, name: str = "") -> SafeString | str:
    """
    `<a href="…"{{ theme|lang }}>`: an attribute where what is read is in another language.

    Of a field by its name, or of what the row is called.
    """
    named = row.treaty if isinstance(row, Article) and not name else row
    language = lang_of(named, name)
    return format_html(' lang="{}"', language) if language else ""


@register.filter
def translations(record: Any) -> list[Wording]:
    """What a record says in other languages than its own, beyond the title that the page has."""
    shown = get_language()
    return [one for one in translations_of(record) if one.language != shown or one.words]


@register.filter
def title_by(record: Any) -> Wording | None:
    """Whose words the title of a record is, where a page shows it translated."""
    first = next(iter(translations_of(record)), None)
    return first if first and first.language == get_language() else None


@register.filter
def english(row: Any, name: str) -> str:
    """`{{ recommendation|english:"title" }}`: what a field says in the record itself."""
    return in_english(row, name)
