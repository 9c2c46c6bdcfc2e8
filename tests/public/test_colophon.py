"""Pages about the site: words explained once, and an address to write to where there is one."""

import re
from urllib.parse import unquote, urlsplit

import pytest

from tests.public.site import LISTS, one_of_each, read
from tracker.lib.glossary import GLOSSARY, OF_THE_UN, OURS
from tracker.models import Position, Status


def letters(page):
    """Those to us; a page that is shared goes to whomever the reader likes."""
    links = [link.href for link in read(page).links]
    return [href for href in links if href.startswith("mailto:") and urlsplit(href).path]


def test_every_word_is_explained_once_and_has_an_address(client):
    html = client.get("/en/glossary/").content.decode()

    assert len(GLOSSARY) == len(OURS) + len(OF_THE_UN)
    for term in GLOSSARY.values():
        assert f'id="{term.slug}"' in html
        assert term.meaning.endswith(".")
        assert re.fullmatch(r"[a-z-]+", term.slug)
    names = [term.name.lower() for term in GLOSSARY.values()]
    assert len(set(names)) == len(names)


def test_a_word_leads_to_the_glossary_in_the_day_of_the_page(client):
    one_of_each()

    links = read(client.get("/en/themes/?as_of=2024-08-01")).links

    [limb] = {link.href for link in links if link.words == "limbs"}
    assert limb == "/en/glossary/?as_of=2024-08-01#limb"


def test_the_methodology_defines_every_status_and_position(client):
    html = client.get("/en/methodology/").content.decode()

    for choice in (*Status, *Position):
        assert choice.label in html
        assert choice.definition.replace("'", "&#x27;") in html
        assert choice.definition.endswith(".")


def test_without_an_address_no_page_has_a_letter(client):
    one_of_each()

    assert [letters(client.get(address)) for address in LISTS if letters(client.get(address))] == []
    assert "has not given an address" in client.get("/en/about/").content.decode()


@pytest.mark.parametrize("page", ["about", "privacy", "accessibility"])
def test_with_an_address_readers_can_write(client, settings, page):
    settings.CONTACT_EMAIL = "o'mend+us@example.org"

    written = letters(client.get(f"/en/{page}/"))

    assert len(written) == 2  # in the text, and about an error on the page
    assert {unquote(urlsplit(letter).path) for letter in written} == {"o'mend+us@example.org"}
    assert "has not given an address" not in client.get(f"/en/{page}/").content.decode()


def test_the_end_of_every_page_leads_to_every_list(client):
    html = client.get("/en/").content.decode()
    links = {link.href for link in read(client.get("/en/")).links}

    assert set(LISTS) - links == set()
    assert 'href="#pages"' in html
