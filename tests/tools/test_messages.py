"""What the public pages say is in every catalogue, translated, and compiled."""

import importlib
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
messages = importlib.import_module("messages")
LOCALES = ("ko", "zh_Hans")

TEMPLATE = """{% extends "base.html" %}{% load i18n %}{% block content %}
{% if asks %}{% blocktranslate trimmed count total=total %}
    One of {{ total }} asks: 50%
  {% plural %}
    {{ total }} asks
  {% endblocktranslate %}{% else %}{% translate "Open" context "a state" as word %}{% endif %}
{% for ask in asks %}{% include "part.html" with label=_("A label") %}{% endfor %}
{% translate "100%" noop %}{% blocktranslate %}A <a href="{{ url }}">way</a>{% endblocktranslate %}
{% endblock %}"""


@pytest.fixture(scope="module")
def said():
    return messages.messages()


def test_a_template_says_what_django_reads_in_it():
    assert set(messages.in_template(TEMPLATE)) == {
        ("", ("One of %(total)s asks: 50%%", "%(total)s asks")),
        ("a state", "Open"),
        ("", "A label"),
        ("", 'A <a href="%(url)s">way</a>'),
    }


def test_a_module_says_what_is_written_out_in_it():
    source = '_("a" "b"); ngettext("one", "more", n); pgettext_lazy("where", "Open"); _(label)'

    assert list(messages.in_python(source)) == [
        ("", "ab"), ("", ("one", "more")), ("where", "Open"),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="no text to translate"):
        list(messages.in_python('_(f"{count} asks")'))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_catalogue_has_what_is_said_and_is_compiled(said, locale):
    """`make messages` would change nothing."""
    catalogue = messages.updated(locale, said)

    assert messages.written_at(locale).read_bytes() == messages.as_text(catalogue)
    assert messages.written_at(locale, "mo").read_bytes() == messages.compiled(catalogue)


@pytest.mark.parametrize("locale", LOCALES)
def test_everything_is_translated(locale):
    catalogue = messages.read(locale)

    assert [one.id for one in catalogue if one.id and not all(forms(one.string))] == []
    assert [one.id for one in catalogue if one.id and one.fuzzy] == []
    assert list(catalogue.obsolete) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_translation_has_the_fields_and_the_elements_of_what_it_translates(locale):
    wrong = {}
    for one in messages.read(locale):
        asked = [] if not one.id else list(forms(one.id))
        for string in filter(None, forms(one.string) if one.id else ()):
            if parts(string) != parts(asked[-1]) or edges(string) != edges(asked[-1]):
                wrong[asked[-1]] = string
    assert wrong == {}


def forms(words):
    return (words,) if isinstance(words, str) else tuple(words)


def parts(words):
    """Named fields and what HTML stands in a text, whatever their order."""
    fields = set(re.findall(r"%\(\w+\)s|\{\w*\}|%[sd]", words))
    return fields, sorted(re.findall(r"</?[a-z][^>]*>|&\w+;", words))


def edges(words):
    """Blanks at the ends, which would part or glue what stands beside it; not those of a comma."""
    if not any(map(str.isalnum, words)):
        return False, False
    return words[:1].isspace(), words[-1:].isspace()
