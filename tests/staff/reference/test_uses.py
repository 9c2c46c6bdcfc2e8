"""Reference data that something uses stays; what nothing uses can be taken out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests import factories as make
from tests.staff.reference.rows import KEPT, address, by_noun
from tracker.models import REFERENCE_BY_NAME, Amendment, Article, Organisation, ReferenceNoun, State
from tracker.templatetags.staff import history_url


@by_noun
def test_a_row_that_nothing_uses_is_taken_out_with_a_reason(
    browser: Client, noun: ReferenceNoun, entered: Callable[[ReferenceNoun], Any]
) -> None:
    row, model = entered(noun), noun.model
    there = model._default_manager.filter(pk=row.pk)

    assert "Say why" in browser.post(address("delete", noun, row)).content.decode()
    assert there.exists()

    browser.post(address("delete", noun, row), {"reason": "Entered by mistake."})
    assert not there.exists()


@pytest.mark.parametrize(
    "use",
    [
        lambda: make.InvocationFactory().article,
        lambda: make.NoteSubjectFactory(recommendation=None, treaty=make.TreatyFactory()).treaty,
        lambda: make.ReviewCycleFactory().mechanism,
        lambda: make.RecommendationFactory(themes=[make.ThemeFactory()]).themes.get(),
        lambda: make.DocumentFactory(authors=[make.OrganisationFactory()]).authors.get(),
        lambda: make.FormerAddressFactory().organisation,
    ],
)
def test_what_is_used_stays_and_the_page_says_what_uses_it(
    browser: Client, use: Callable[[], Any]
) -> None:
    row = use()
    noun = next(noun for noun in KEPT if noun.model is type(row))

    page = browser.post(address("delete", noun, row), {"reason": "Away."}).content.decode()

    assert "It stays, because it is used" in page
    assert type(row).objects.filter(pk=row.pk).exists()


def test_what_a_waiting_change_names_stays(browser: Client) -> None:
    theme = make.ThemeFactory(code="asylum")
    make.AmendmentFactory(in_review=True, changes={"themes": ["asylum"]})
    where = address("delete", REFERENCE_BY_NAME["themes"], theme)

    assert "waits for approval names it" in browser.post(where, {"reason": "x"}).content.decode()

    Amendment.objects.update(state=State.DRAFT)
    Amendment.objects.update(changes={"title": "asylum"})
    assert browser.post(where, {"reason": "x"}).status_code == 302


def test_a_treaty_comes_and_goes_with_its_article_without_a_number(
    browser: Client, entered: Callable[[ReferenceNoun], Any]
) -> None:
    noun = REFERENCE_BY_NAME["treaties"]
    row = entered(noun)
    assert Article.objects.get(treaty=row).is_whole_treaty

    browser.post(address("delete", noun, row), {"reason": "x"})

    assert not Article.objects.filter(treaty=row.pk).exists()


def test_what_was_taken_out_is_still_named_in_the_history_of_others(
    browser: Client, entered: Callable[[ReferenceNoun], Any]
) -> None:
    noun = REFERENCE_BY_NAME["organisations"]
    coalition, member = entered(noun), Organisation.objects.get(slug="hrw")
    coalition.members.clear()
    browser.post(address("delete", noun, member), {"reason": "x"})

    page = browser.get(history_url(coalition)).content.decode()

    assert "Human Rights Watch" in page
