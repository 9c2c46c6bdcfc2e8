"""How a page is read in a language: which words on it are in which."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
}  # fmt: skip
NOT_READ = {"script", "style", "code", "kbd", "samp", "pre", "textarea"}
SHARED = {"description", "og:site_name", "og:title", "og:description", "og:image:alt"}
TOLD = ("title", "aria-label", "placeholder", "alt")
NAMES = {
    "BibTeX", "Excel", "Lines", "Atom", "OpenAPI", "Creative", "Commons", "Zotero", "GitHub",
    "Info", "Chromium", "axe", "core", "Cookie",
}  # fmt: skip
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_OTHER = re.compile("[\uac00-\ud7a3\u4e00-\u9fff]")
_MARKS = re.compile(  # addresses, references, symbols of documents, days
    r"https?://\S+|[a-z0-9-]+(?:\.[a-z]+)+|mailto:\S+|\S+@\S+|\S*/\S*|\S*\d\S*|\S*_\S*"
)


@dataclass
class WordReader(HTMLParser):
    """What a page says, each piece with the language that it is in."""

    html: str
    said: list = field(default_factory=list)
    _open: list = field(default_factory=list)

    def __post_init__(self):
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        language = attributes.get("lang") or (self._open[-1][1] if self._open else "")
        for name in TOLD:
            if attributes.get(name):
                self.said.append((language, attributes[name], True))
        if tag == "meta" and (attributes.get("name") or attributes.get("property")) in SHARED:
            self.said.append((language, attributes.get("content", ""), True))
        if tag == "input" and attributes.get("type") in {"submit", "button", "reset"}:
            self.said.append((language, attributes.get("value", ""), True))
        if tag not in VOID:
            is_cited = tag == "title" or attributes.get("class") == "citation" or self._is_cited
            self._open.append((tag, language, is_cited))

    def handle_endtag(self, tag):
        while self._open and tag not in VOID:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data):
        tags = {tag for tag, *_ in self._open}
        if data.strip() and not tags & NOT_READ:
            self.said.append((self._open[-1][1], data, self._is_cited))

    @property
    def _is_cited(self):
        """Whether it is a sentence that others copy: plain text, so it marks no name either."""
        return bool(self._open and self._open[-1][2])


def english_in(html, language, names=()):
    """
    The texts in English on a page in another language.

    One of `names`, from the database, may stand in an attribute, which cannot say its language, in
    the sentence of a citation, and within a sentence of this language. Elements have to say it.
    """
    found = set()
    for said_in, words, is_attribute in WordReader(html).said:
        is_told = is_attribute or _OTHER.search(words)
        if said_in == language and _has_english(words, names if is_told else ()):
            found.add(" ".join(words.split()))
    return sorted(found)


def _has_english(words, names):
    for name in names:
        if name in words:
            words = re.sub(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", " ", words)
    words = _MARKS.sub(" ", words)
    return any(
        len(word) > 1 and not word.isupper() and word not in NAMES for word in _WORD.findall(words)
    )
