#!/usr/bin/env python3
"""Collect what the public pages say, and compile its translations:  python tools/messages.py

The words stand in the templates (`{% translate %}`, `{% blocktranslate %}`) and in Python
(`gettext` and its kin). Each catalogue in tracker/locale gets those that it lacks, without a
translation, and loses those that no page says any more. Then it is compiled, because a machine
that runs the site has no program for that. It ends with how many wait for their translation.
"""

from __future__ import annotations

import ast
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import environment
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CATALOGUES = environment.ROOT / "tracker" / "locale"
LOCALES = ("ko", "zh_Hans")  # as Django names the folders of ko and zh-hans
CODE, TEMPLATES = environment.ROOT / "tracker", environment.ROOT / "templates"
_ARGUMENTS = {  # what each function is told first
    "_": "1", "gettext": "1", "gettext_noop": "1",
    "ngettext": "1n", "pgettext": "c1", "npgettext": "c1n",
}  # fmt: skip
_IN_TAG = re.compile(r"""(?<!\w)_\((?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\)""")

Words = str | tuple[str, str]  # one form, or those for one and for several
Message = tuple[str, Words]  # the context, if any, and what is said


class Written(Catalog):
    """A catalogue whose head names no day, person or program, so that it is the same every time."""

    def _head(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]

    mime_headers = property(_head)
    header_comment = "# Written by `make messages`; only translations are written by hand."


def messages() -> dict[Message, list[str]]:
    """What the site says, in the order of the files that say it."""
    found: dict[Message, list[str]] = {}
    for path in [*sorted(TEMPLATES.rglob("*.html")), *sorted(CODE.rglob("*.py"))]:
        read = in_python if path.suffix == ".py" else in_template
        name = path.relative_to(environment.ROOT).as_posix()
        try:
            said = list(dict.fromkeys(read(path.read_text(encoding="utf-8"))))
        except ValueError as fault:
            raise ValueError(f"{name}: {fault}") from None
        for message in said:
            found.setdefault(message, []).append(name)
    return found


def in_python(source: str) -> Iterator[Message]:
    """The messages of a module: texts in calls of gettext and its kin, written out."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
        shape = _ARGUMENTS.get(called.removesuffix("_lazy"))
        if shape:
            yield from _called(shape, node.args[: len(shape)])


def _called(shape: str, arguments: list[ast.expr]) -> Iterator[Message]:
    """What a call says; a name in it stands for a text that is marked where it is written."""
    told = {}
    for kind, part in zip(shape, arguments, strict=True):
        if isinstance(part, ast.Name | ast.Attribute | ast.Subscript):
            return
        if not isinstance(part, ast.Constant) or not isinstance(part.value, str):
            raise ValueError(f"Line {part.lineno}: {ast.unparse(part)} is no text to translate.")
        told[kind] = part.value
    yield told.get("c", ""), (told["1"], told["n"]) if "n" in told else told["1"]


def in_template(source: str) -> Iterator[Message]:
    """The messages of a template, as Django itself reads them."""
    from django.template import Template
    from django.template.base import Lexer, TokenType

    if "translate" in source:
        for node in _nodes(Template(source).nodelist):
            yield from _said(node)
    for token in Lexer(source).tokenize():
        if token.token_type in {TokenType.VAR, TokenType.BLOCK}:
            for double, single in _IN_TAG.findall(token.contents):
                yield "", re.sub(r"\\(.)", r"\1", double or single).replace("%", "%%")


def _nodes(there: Any) -> Iterator[Any]:
    """Every node of a parsed template, however deep it stands in others."""
    from django.template.base import Node

    if isinstance(there, list | tuple):
        for part in there:
            yield from _nodes(part)
    elif isinstance(there, Node):
        yield there
        yield from _nodes([v for v in vars(there).values() if isinstance(v, list | tuple | Node)])


def _said(node: Any) -> Iterator[Message]:
    from django.template import Context
    from django.templatetags.i18n import BlockTranslateNode, TranslateNode

    if not isinstance(node, BlockTranslateNode | TranslateNode):
        return
    context = str(node.message_context.resolve(Context())) if node.message_context else ""
    if isinstance(node, BlockTranslateNode):
        one, several = (node.render_token_list(part)[0] for part in (node.singular, node.plural))
        yield context, (one, several) if several else one
    elif isinstance(text := node.filter_expression.var.literal, str) and not node.noop:
        yield context, str(text).replace("%", "%%")


def updated(locale: str, said: dict[Message, list[str]]) -> Written:
    """The catalogue of a language with all that is said and nothing else."""
    before = read(locale)
    catalogue = Written(locale=locale, charset="utf-8", fuzzy=False)
    for (context, words), files in said.items():
        known = before.get(words, context or None)
        string = known.string if known and _has_as_many_forms(known.id, words) else None
        places = [(name, None) for name in files]
        notes = known.user_comments if known else ()
        catalogue.add(words, string, places, context=context or None, user_comments=notes)  # type: ignore[arg-type]
    return catalogue


def _has_as_many_forms(known: Any, words: Words) -> bool:
    return isinstance(known, str) == isinstance(words, str)


def read(locale: str) -> Catalog:
    path = written_at(locale)
    if not path.exists():
        return Catalog(locale=locale)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def written_at(locale: str, suffix: str = "po") -> Path:
    return CATALOGUES / locale / "LC_MESSAGES" / f"django.{suffix}"


def as_text(catalogue: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False, ignore_obsolete=True)
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """What the site reads; a message without a translation is left out, and stays English."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def waiting(catalogue: Catalog) -> int:
    """How many messages have no translation."""
    return sum(bool(one.id) and not _is_translated(one.string) for one in catalogue)


def _is_translated(string: Any) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def set_up() -> None:
    """Django with its templates; no database is asked anything."""
    import django

    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@localhost/none")
    environment.use(environment.testing())
    sys.path.insert(0, str(environment.ROOT))
    django.setup()


def main() -> None:
    set_up()
    said = messages()
    for locale in LOCALES:
        catalogue = updated(locale, said)
        written_at(locale).parent.mkdir(parents=True, exist_ok=True)
        written_at(locale).write_bytes(as_text(catalogue))
        written_at(locale, "mo").write_bytes(compiled(catalogue))
        print(f"{locale}: {len(said)} messages, {waiting(catalogue)} without a translation")


if __name__ == "__main__":
    main()
