"""What a page offers to those who cite, share, draw and index it."""

import gzip
import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import timezone

from tests.doors import body
from tests.factories import (
    AmendmentFactory,
    DocumentFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.lib.test_bibliography import read_bibtex, read_latex, read_ris
from tests.public.site import BROWSE, CITED, EMBEDS, LISTS, Visitor, addresses, one_of_each, read
from tracker.actions.publication import withdraw
from tracker.filters.versions import data_version
from tracker.lib.languages import CODES
from tracker.models import Recommendation

BASE = settings.BASE_URL
DAY = "2024-07-04"
QUESTION = f"{BROWSE}?treaty=cat&q=return"
CROSSED = "/en/matrix/?rows=theme&columns=position&treaty=cat"
TYPES = {
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
}


@pytest.fixture
def ask():
    return one_of_each()


def quoted():
    """Every address that can be cited: the whole, questions, and each record and what is beside."""
    return [*CITED, QUESTION, CROSSED, *(url for url in addresses() if url not in LISTS)]


def file_of(address, name):
    path, _, query = address.partition("?")
    return f"{path}{name}{'?' if query else ''}{query}"


def meta(page):
    """What stands in the head: names and properties with their contents."""
    tags = [attributes for tag, attributes in read(page).elements if tag == "meta"]
    return {a.get("property") or a.get("name"): a.get("content") for a in tags}


def linked(page):
    [block] = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', page.content.decode(), re.DOTALL
    )
    return json.loads(block)


def canonical(page):
    [link] = [a["href"] for tag, a in read(page).elements if a.get("rel") == "canonical"]
    return link


# Citing


def test_everything_that_can_be_cited_says_how(client, ask):
    for address in quoted():
        page = client.get(address)
        sentence = re.search(r'<p class="citation">(.*?)</p>', page.content.decode())[1]
        files = [link.href for link in read(page).links if link.words in {"BibTeX", "RIS"}]

        today = timezone.localdate().isoformat()
        assert f"as_of={today}" in sentence, address
        assert unescape(sentence) == page.context["reuse"].sentence
        assert files == [file_of(address, f"cite.{form}").replace("&", "&") for form in TYPES]


@pytest.mark.parametrize("form", TYPES)
def test_the_files_say_what_the_page_says(client, ask, form):
    for address in quoted():
        page, file = client.get(address), client.get(file_of(address, f"cite.{form}"))
        text, reuse = file.content.decode(), page.context["reuse"]

        assert file.headers["Content-Type"] == TYPES[form]
        assert file.headers["Content-Disposition"] == (
            f'attachment; filename="{reuse.entry.key}.{form}"'
        )
        if form == "ris":
            title, url = (read_ris(text)[tag] for tag in ("TI", "UR"))
        else:
            fields = read_bibtex(text)[2]
            title, url = read_latex(fields["title"][1:-1]), fields["url"]
        assert (title, url) == (reuse.title, reuse.permanent)
        assert client.get(url.removeprefix(BASE)).status_code == 200


def test_the_permanent_address_leads_to_the_day_that_is_cited(client, ask):
    cited = client.get(f"{QUESTION}&as_of={DAY}&page=1&sort=oldest").context["reuse"].entry

    assert cited.address == f"{BASE}{QUESTION}&as_of={DAY}"
    assert (cited.shown.isoformat(), cited.accessed) == (DAY, timezone.localdate())


def test_a_record_is_cited_by_its_version_and_the_day_of_that(client):
    record = RecommendationFactory(
        published=True, version=2, locator="47(a)", document=DocumentFactory(symbol="CAT/X")
    )
    AmendmentFactory(published=True, recommendation=record, approved_at="2025-10-03T10:00Z")
    AmendmentFactory(published=True, recommendation=record, approved_at="2025-09-01T10:00Z")

    sentence = client.get(record.get_absolute_url()).context["reuse"].sentence

    assert f"{record.reference}, version 2, published 3 October 2025." in sentence
    assert "Taken from CAT/X, 47(a)." in sentence


def test_what_has_no_version_of_its_own_is_cited_by_that_of_the_data(client, ask):
    sentence = client.get(QUESTION).context["reuse"].sentence

    assert f"data version {data_version()}." in sentence
    assert "Treaty: CAT" in sentence


def test_what_was_withdrawn_is_not_cited(client, ask):
    withdraw(record=ask, reason="Entered twice.", by=UserFactory(coordinator=True))

    assert "citation" not in client.get(ask.get_absolute_url()).content.decode()
    for name in ("cite.bib", "picture.png"):
        assert client.get(f"{ask.get_absolute_url()}{name}").status_code == 404


@pytest.mark.parametrize("name", ["cite.bib", "cite.ris", "picture.png"])
def test_files_refuse_what_their_page_refuses(client, ask, name):
    assert client.get(f"{BROWSE}{name}?treaty=nowhere").status_code == 400
    refused = client.get(f"{BROWSE}{name}?as_of=soon")
    assert (refused.status_code, refused.headers["Content-Type"]) == (
        400,
        "text/plain; charset=utf-8",
    )
    assert "is no date" in refused.content.decode()
    assert client.get(f"/en/recommendations/R-9999/{name}").status_code == 404
    assert client.get(f"{BROWSE}cite.doc").status_code == 404


@pytest.mark.parametrize("name", ["cite.bib", "picture.png"])
def test_files_are_not_made_again_until_the_data_change(client, ask, name):
    address = f"{ask.get_absolute_url()}{name}"
    known = {"If-None-Match": client.get(address).headers["ETag"]}

    with CaptureQueriesContext(connection) as asked:
        again = client.get(address, headers=known)
    RecommendationFactory(published=True)

    assert (again.status_code, len(asked)) == (304, 1)
    assert client.get(address, headers=known).status_code == 200


# Sharing and indexing


def test_every_page_says_what_it_is_to_those_who_share_it(client, ask):
    for address in addresses():
        page = client.get(address)
        told, title = meta(page), re.search(r"<title>(.*?) – ", page.content.decode())[1]

        assert told["og:title"] == told["twitter:title"] == unescape(title), address
        assert told["og:description"] == told["description"] == told["twitter:description"]
        assert len(told["og:description"]) > 15, address
        assert told["og:url"] == f"{BASE}{address}"
        assert told["og:locale"] == "en_GB"
        assert told["twitter:card"] == "summary_large_image"
        picture = client.get(told["og:image"].removeprefix(BASE))
        assert told["og:image"].startswith(f"{BASE}/en/"), address
        assert picture.status_code == 200, told["og:image"]
        assert picture.headers["Content-Type"] == "image/png"
        assert picture.content.startswith(b"\x89PNG")


def test_the_finding_is_what_is_shared(client, ask):
    ResponseFactory(published=True, recommendation=ask, position="noted", responded_on=DAY)

    def finding(day):
        return meta(client.get(ask.get_absolute_url(), {"as_of": day}))["og:description"]

    assert "China’s position: noted." in finding(DAY)
    assert finding(DAY).startswith("As of 4 July 2024: China’s position: noted. Our assessment: ")
    assert "noted" not in finding("2024-01-01")
    home = client.get("/en/").context
    assert meta(client.get("/en/"))["og:description"] == (
        f"{home['status_chart'].finding} {home['position_chart'].finding}"
    )


def test_a_page_as_of_a_day_is_not_canonical(client, ask):
    for address in addresses():
        assert canonical(client.get(address)) == f"{BASE}{address}"
        earlier = client.get(address, {"as_of": timezone.localdate()})
        assert canonical(earlier) == f"{BASE}{address}"
    assert canonical(client.get(f"{QUESTION}&as_of={DAY}&sort=oldest&view=table")) == (
        f"{BASE}{QUESTION}"
    )
    assert meta(client.get(f"/en/?as_of={DAY}"))["og:url"] == f"{BASE}/en/?as_of={DAY}"


def test_the_picture_has_another_address_once_the_data_change(client, ask):
    before = meta(client.get("/en/"))["og:image"]
    RecommendationFactory(published=True)

    assert meta(client.get("/en/"))["og:image"] != before
    assert f"?v={data_version()}" in meta(client.get("/en/treaties/"))["og:image"]


def test_what_is_refused_says_nothing_of_itself(client):
    page = client.get(f"{BROWSE}?treaty=nowhere")

    assert "og:title" not in meta(page)
    assert "application/ld+json" not in page.content.decode()


def test_machines_are_told_of_data_records_and_sources(client, ask):
    whole, question = linked(client.get("/en/")), linked(client.get(QUESTION))
    record = linked(client.get(ask.get_absolute_url()))

    assert (whole["@type"], question["@type"], record["@type"]) == (
        "Dataset",
        "Dataset",
        "CreativeWork",
    )
    assert 50 <= len(whole["description"]) <= 5000
    for told in (whole, question):
        for file in told["distribution"]:
            assert body(client.get(file["contentUrl"].removeprefix(BASE)))
    assert parse_qs(urlsplit(question["distribution"][0]["contentUrl"]).query) == {
        "treaty": ["cat"],
        "q": ["return"],
    }
    assert question["isPartOf"]["@id"] == whole["@id"] == f"{BASE}/en/"
    assert "isPartOf" not in whole
    assert record["identifier"] == ask.reference
    assert record["isBasedOn"]["@type"] == "Report"
    assert record["isBasedOn"]["name"] == ask.document.title
    assert record["license"] == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    "nasty",
    ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028\u2029!", '"\\'],
)
def test_no_word_of_a_record_leaves_its_block_of_data(client, nasty):
    record = RecommendationFactory(published=True, title=f"Stop {nasty}")

    page = client.get(record.get_absolute_url())
    html = page.content.decode()

    assert linked(page)["name"] == record.title
    assert html.count("<script") == html.count("</script>") == 1
    assert meta(page)["og:title"] == f"{record.reference} {record.title}"


# Sharing and reporting


def mail(page, words):
    [link] = [link.href for link in read(page).links if link.words == words]
    to, _, query = link.removeprefix("mailto:").partition("?")
    return to, {name: unquote(value) for name, value in (p.split("=") for p in query.split("&"))}


def test_a_page_is_shared_by_mail_or_by_its_address(client, ask):
    address = f"{QUESTION}&as_of={DAY}"
    page = client.get(address)
    to, letter = mail(page, "Send it by e-mail")
    [field] = [a for tag, a in read(page).elements if a.get("id") == "page-address"]

    assert to == ""
    assert f"{BASE}{address}" in letter["body"]
    assert field["value"] == f"{BASE}{address}"
    assert "readonly" in field


def test_an_error_is_reported_with_the_reference_and_the_version(client, ask, settings):
    settings.CONTACT_EMAIL = "errors@tracker.example"
    to, letter = mail(client.get(ask.get_absolute_url()), "Report an error on this page")

    assert to == "errors@tracker.example"
    assert letter["subject"] == f"Error in {ask.reference}, version 1"
    assert f"{BASE}{ask.get_absolute_url()}" in letter["body"]


def test_where_nobody_takes_letters_none_are_asked_for(client, ask, settings):
    settings.CONTACT_EMAIL = ""

    assert "Report an error" not in client.get(ask.get_absolute_url()).content.decode()


# How much it is


def weigh(client, address):
    """The bytes of a page with its style sheets, and the style sheets."""
    page = client.get(address)
    sheets = [a["href"] for tag, a in read(page).elements if a.get("rel") == "stylesheet"]
    styles = [(settings.BASE_DIR / sheet.lstrip("/")).read_bytes() for sheet in sheets]
    return len(page.content) + sum(map(len, styles)), styles, page


def test_the_first_page_and_records_are_light_and_come_in_one_round_trip(client, seeded):
    client.get("/en/")  # whoever comes first builds the index
    visitor = Visitor()
    for record in Recommendation.objects.published()[::8]:
        assert len(visitor.get(record.get_absolute_url()).content) <= 60_000, record
    for address in [f"/{at}/{page}" for at in CODES for page in ("", "recommendations/R-0219/")]:
        client.get(address)  # the names of facets in this language are kept, too
        with CaptureQueriesContext(connection) as asked:
            weight, styles, page = weigh(client, address)
        again = client.get(address, headers={"If-None-Match": page.headers["ETag"]})

        assert weight <= 100_000, address
        assert len(asked) <= 12, address
        assert again.status_code == 304
        assert all(b"@import" not in style and b"url(" not in style for style in styles)
        assert not [a for tag, a in read(page).elements if tag == "script" and a.get("src")]


def test_every_page_is_sent_within_a_hundred_kilobytes(client, seeded):
    """As it comes over the line, with its style sheets and scripts; the first of each type."""
    heavy, types = {}, {}
    for address in [*addresses(), *EMBEDS]:
        types.setdefault(resolve(urlsplit(address).path).url_name, address)
    for address in types.values():
        page = client.get(address)
        loaded = [a.get("href") for _, a in read(page).elements if a.get("rel") == "stylesheet"]
        loaded += [a["src"] for tag, a in read(page).elements if tag == "script" and a.get("src")]
        files = [Path(find(name.removeprefix("/static/"))).read_bytes() for name in loaded]
        weight = sum(len(gzip.compress(part)) for part in [page.content, *files])
        if weight > 100_000:
            heavy[address] = weight

    assert heavy == {}
    assert len(types) > 25


def test_a_source_is_told_with_its_address_on_the_record_itself(client):
    document = DocumentFactory(
        symbol="CAT/X", url="https://un.example/cat-x", archived_url="https://archive.example/1"
    )
    record = RecommendationFactory(published=True, document=document)
    ResponseFactory(published=True, recommendation=record, document=document)

    page = client.get(record.get_absolute_url())
    sources = page.content.decode().split('id="sources-heading"')[1]
    sources = sources.split("</section>")[0]

    assert sources.count("CAT/X") == 1
    assert 'href="https://un.example/cat-x" rel="noreferrer noopener"' in sources
    assert 'href="https://archive.example/1" rel="noreferrer noopener"' in sources


def test_lists_are_shared_with_the_finding_of_the_whole(client, ask):
    for address in LISTS:
        told = meta(client.get(address))
        if address not in CITED:
            assert urlsplit(told["og:image"]).path == "/en/picture.png", address
