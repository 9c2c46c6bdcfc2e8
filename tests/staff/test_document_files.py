"""The file of a document: its fingerprint is kept, its bytes and its name are not."""

import hashlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse

from tests.factories import DocumentFactory
from tests.lib.test_files import GOOD, docx, package
from tests.staff.choices import chosen
from tests.staff.test_documents import typed
from tracker.models import Document


def file(data: bytes, name: str = "canary-name.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def enter(browser: Client, data: bytes | None = None, **changes: Any) -> Any:
    sent = typed(**changes) | ({"file": file(data)} if data is not None else {})
    return browser.post(reverse("staff:document_new"), sent)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("name", ["pdf", "docx", "xlsx", "csv"])
def test_of_a_file_kind_size_and_fingerprint_are_kept_whatever_it_is_called(
    browser: Client, name: str
) -> None:
    page = browser.get(enter(browser, GOOD[name])["Location"]).content.decode()

    document = Document.objects.get()
    assert (document.file_kind, document.file_size) == (name, len(GOOD[name]))
    assert document.sha256 == sha256(GOOD[name])
    assert document.sha256 in page
    assert "canary-name" not in page + str(document.events.values())


def test_the_same_file_twice_leads_to_the_document_that_has_it(browser: Client) -> None:
    there = DocumentFactory(sha256=sha256(GOOD["pdf"]), title="The first one")

    page = enter(browser, GOOD["pdf"]).content.decode()

    assert "Another document has this very file" in page
    assert reverse("staff:document_edit", args=[there.slug]) in page
    assert Document.objects.get() == there


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (package({"a": b"\0" * (120 * 2**20)}), "would unpack to far more"),
        (docx(**{"word/vbaProject.bin": "x"}), "macros"),
        (b"", "It is empty"),
        (b"%PDF-1.7 and no more", "broken or not whole"),
    ],
    ids=["bomb", "macros", "empty", "cut short"],
)
def test_a_file_that_is_not_taken_is_told_at_its_place_and_nothing_is_written(
    browser: Client, data: bytes, message: str
) -> None:
    answer = enter(browser, data)

    assert message in " ".join(answer.context["form"].errors["file"])
    assert not Document.objects.exists()


@override_settings(UPLOAD_LIMIT=2**20)
def test_the_largest_file_is_a_setting(browser: Client) -> None:
    assert "more than 1 MB" in enter(browser, b"a,b\n" * 2**19).content.decode()


def test_a_file_survives_a_mistake_elsewhere(browser: Client) -> None:
    refused = enter(browser, GOOD["pdf"], title="")
    assert "need not choose it again" in refused.content.decode()

    enter(browser, seal=refused.context["form"].sealed_facts)

    assert Document.objects.get().sha256 == sha256(GOOD["pdf"])


def test_a_file_survives_a_conflict(browser: Client) -> None:
    document = DocumentFactory(title="Their title", is_public=False)
    address = reverse("staff:document_edit", args=[document.slug])
    mine = typed(title="Mine", expected="old")

    refused = browser.post(address, mine | {"file": file(GOOD["pdf"])})
    form = refused.context["form"]
    again = chosen(refused, mine | {"over": form.mark_now, "seal": form.sealed_facts})
    browser.post(address, again)

    document.refresh_from_db()
    assert (document.title, document.sha256) == ("Mine", sha256(GOOD["pdf"]))


@pytest.mark.parametrize("seal", ["x", "a:b:c", "강제"])
def test_a_made_up_seal_is_no_file(browser: Client, seal: str) -> None:
    enter(browser, seal=seal)

    assert Document.objects.get().sha256 == ""


def test_a_fingerprint_is_replaced_and_taken_out(browser: Client) -> None:
    document = DocumentFactory(sha256="ab" * 32, file_kind="pdf", file_size=9, is_public=False)
    address = reverse("staff:document_edit", args=[document.slug])

    def save(**changes: Any) -> None:
        mark = browser.get(address).context["form"].initial["expected"]
        assert browser.post(address, typed(expected=mark, **changes)).status_code == 302
        document.refresh_from_db()

    save()
    assert document.sha256 == "ab" * 32
    save(file=file(GOOD["xlsx"]))
    assert (document.file_kind, document.sha256) == ("xlsx", sha256(GOOD["xlsx"]))
    save(without_file="on")
    assert (document.file_kind, document.file_size, document.sha256) == ("", None, "")


def test_a_colleague_who_gave_another_file_is_seen(browser: Client) -> None:
    document = DocumentFactory(is_public=False)
    address = reverse("staff:document_edit", args=[document.slug])
    mark = browser.get(address).context["form"].initial["expected"]
    Document.objects.filter(pk=document.pk).update(sha256="ab" * 32)

    page = browser.post(address, typed(expected=mark)).content.decode()

    assert "Somebody has changed this document meanwhile" in page
    assert "ab" * 32 in page
