"""A file is sent, read and staged; what is wrong with it is said, and nothing is left of it."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import ImportFactory, OrganisationFactory
from tests.staff.imports.conftest import page_of
from tracker.forms.imports import ENCODINGS
from tracker.imports import uploads
from tracker.imports.asks import Reading, Refused
from tracker.imports.opening import encodings
from tracker.imports.progress import Left, Work
from tracker.models import ColumnMapping, Import

Read = Callable[..., Any]
TABLE = (
    "Recommendation,Recommending State,Position\n"
    "Refrain from returning people to danger,Norway,Supported\n"
    "Abolish the death penalty,Ruritania,Noted\n"
)
ODD = "No,Wording,Wer\n1,Refrain from returning people to danger,Norway\n"


def test_a_file_becomes_rows_that_a_person_looks_at(browser: Client, read: Read) -> None:
    answer = read(TABLE, answered_on="2014-03-20")

    found = Import.objects.get()
    assert answer["Location"] == reverse("staff:import", args=[found.key])
    assert (found.file_name, found.size, found.rows.count()) == ("asks.csv", len(TABLE), 2)
    assert found.settings["cycle"] == "upr-2"
    page = page_of(browser, found)
    assert "Refrain from returning people to danger" in page
    assert "Unknown organisation or State “Ruritania”" in page
    assert "UPR 2nd cycle" in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "It is empty"),
        (b"\x00\x01\x02\x03" * 40, "not taken"),
        (b"%PDF-1.7 and no more", "broken"),
    ],
)
def test_a_file_that_is_not_read_is_refused_at_its_field(
    read: Read, data: bytes, words: str
) -> None:
    page = read(data).content.decode()

    assert words in page
    assert 'href="#id_file"' in page
    assert 'value="upr-2" selected' in page  # what was said beside the file is still there
    assert not Import.objects.exists()


def test_a_file_beyond_the_limit_is_refused(read: Read, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 2**20

    assert "more than 1 MB" in read(b"a,b\n" * 300_000).content.decode()


def test_without_a_file_nothing_happens(browser: Client) -> None:
    page = browser.post(reverse("staff:imports"), {"state": "china"}).content.decode()

    assert "Choose the file that is to be read." in page


def test_the_same_file_is_read_again_only_after_saying_so(browser: Client, read: Read) -> None:
    read(TABLE)
    first = Import.objects.get()

    refused = read(TABLE)
    page = refused.content.decode()

    assert Import.objects.count() == 1
    assert "This file was read before" in page
    assert "There is no document" not in page
    assert reverse("staff:import", args=[first.key]) in page
    again = refused.context["form"].read_already
    assert read(TABLE, again=again).status_code == 302
    second = Import.objects.first()
    assert second
    assert second != first
    assert "The very same file was read before" in page_of(browser, second)


def test_to_have_seen_one_file_lets_no_other_one_through(read: Read) -> None:
    read(TABLE)
    read(ODD)
    again = read(TABLE).context["form"].read_already

    assert "This file was read before" in read(ODD, again=again).content.decode()


def test_a_table_of_no_known_kind_leads_to_its_columns(browser: Client, read: Read) -> None:
    answer = read(ODD)

    found = Import.objects.get()
    address = reverse("staff:import_columns", args=[found.key])
    assert answer["Location"] == address
    page = browser.get(address).content.decode()
    assert page.index("No</label>") < page.index("Wording</label>") < page.index("Wer</label>")
    assert "Refrain from returning people to danger" in page
    given = {"column-0": "key", "column-1": "skip", "column-2": "made_by"}
    assert "Say which column holds what is asked" in browser.post(address, given).content.decode()


def test_what_columns_mean_is_remembered_for_the_next_file(browser: Client, read: Read) -> None:
    OrganisationFactory(slug="hrw", name="Human Rights Watch", acronym="HRW")
    read(ODD)
    address = reverse("staff:import_columns", args=[Import.objects.get().key])
    given = {"column-0": "key", "column-1": "text", "column-2": "made_by", "remember_for": "HRW"}

    browser.post(address, given)

    assert Import.objects.get().rows.get().outcome == "new"
    assert ColumnMapping.objects.get().organisation.slug == "hrw"
    answer = read(f"{ODD}2,Grant access to UNHCR,Canada\n")
    latest = Import.objects.first()
    assert latest
    assert answer["Location"] == reverse("staff:import", args=[latest.key])
    assert list(latest.rows.values_list("outcome", flat=True)) == ["new", "new"]


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file takes longer than one waits without a word."""
    monkeypatch.setattr(uploads, "FEW", -1)


def test_a_long_file_tells_how_far_it_is_and_leads_to_its_rows(read: Read, long: None) -> None:
    answer = read(TABLE)

    page = b"".join(answer.streaming_content).decode()
    found = Import.objects.get()
    address = reverse("staff:import", args=[found.key])
    assert page.index("Reading asks.csv") < page.index("Comparing 2 asks") < page.index(address)
    assert page.count("</html>") == 1
    assert f'content="0; url={address}"' in page
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Accel-Buffering"] == "no"


def test_whoever_leaves_before_the_end_leaves_nothing(read: Read, long: None) -> None:
    answer = read(TABLE)
    parts: Iterator[bytes] = iter(answer.streaming_content)

    assert b"Reading asks.csv" in next(parts)
    answer._iterator.close()  # as the server does; `close` would end the test's connection too

    assert not Import.objects.exists()


def test_a_long_file_that_cannot_be_read_says_so_at_the_end(
    read: Read, long: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Reading:
        raise Refused("Its <third> sheet is broken.")

    monkeypatch.setattr(uploads, "read", refuse)
    monkeypatch.setattr(uploads.Upload, "is_short", lambda _: False)

    page = b"".join(read(TABLE).streaming_content).decode()

    assert "Its &lt;third&gt; sheet is broken." in page
    assert page.count("</html>") == 1
    assert not Import.objects.exists()


def test_work_is_told_line_by_line_and_a_silent_one_is_said_to_go_on() -> None:
    go_on = threading.Event()

    def slow(tell: Callable[[str], None]) -> int:
        tell("one")
        go_on.wait(5)
        tell("two")
        return 3

    work = Work(slow)
    told = work.told(silence=0.01)

    assert [next(told), next(told)] == ["one", ""]
    go_on.set()
    assert "two" in list(told)
    assert work.result == 3


def test_work_that_nobody_waits_for_ends_when_it_tells_something() -> None:
    go_on = threading.Event()

    def endless(tell: Callable[[str], None]) -> None:
        go_on.wait(5)
        tell("more")
        raise AssertionError

    work = Work(endless)
    work.leave()
    go_on.set()

    with pytest.raises(Left):
        _ = work.result


def test_every_encoding_that_is_offered_is_read() -> None:
    assert {name for name, _ in ENCODINGS if name} == set(encodings.ENCODINGS)


def test_imports_are_listed_with_what_became_of_their_rows(browser: Client, read: Read) -> None:
    read(TABLE)
    ImportFactory(file_name="hers.csv", sha256="1" * 64)

    page = browser.get(reverse("staff:imports")).content.decode()

    assert page.index("hers.csv") < page.index("asks.csv</a>")
    assert "errors: <span" in page
