"""Every noun of the reference data: entered, changed, in conflict, taken out, its history."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories as make
from tests.factories import FACTORIES
from tests.staff.choices import chosen
from tests.staff.reference.rows import CHANGED, KEPT, TYPED, WRONG, address, by_noun, enter, typed
from tracker.actions.records import to_plain
from tracker.models import (
    REFERENCE,
    REFERENCE_BY_NAME,
    Article,
    Milestone,
    ReferenceNoun,
    Synonym,
    User,
)
from tracker.permissions import Permission
from tracker.templatetags.staff import history_url


def test_every_noun_has_its_row_in_the_tables() -> None:
    names = {noun.name for noun in KEPT}

    assert set(TYPED) == set(WRONG) == set(CHANGED) == names


@by_noun
def test_a_row_is_entered_and_its_form_shows_all_that_was_typed(
    browser: Client, noun: ReferenceNoun, entered: Callable[[ReferenceNoun], Any]
) -> None:
    row = entered(noun)

    form = browser.get(address("edit", noun, row)).context["form"]
    for name, value in typed(noun).items():
        if name in form.fields:
            shown = form[name].value()
            assert str(shown).removeprefix("https://") == str(value), name
    assert {"action": "enter_reference"}.items() <= row.events.earliest(
        "pgh_id"
    ).pgh_context.items()


@by_noun
def test_saving_a_form_as_it_came_changes_nothing(
    browser: Client, noun: ReferenceNoun, entered: Callable[[ReferenceNoun], Any]
) -> None:
    row = entered(noun)
    before = to_plain(row, noun.fields)
    form = browser.get(address("edit", noun, row)).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in sent.items() if value not in (None, False)}

    assert browser.post(address("edit", noun, row), sent).status_code == 302

    assert to_plain(noun.model._default_manager.get(pk=row.pk), noun.fields) == before


@by_noun
def test_what_is_wrong_is_said_and_nothing_is_written(browser: Client, noun: ReferenceNoun) -> None:
    model: Any = noun.model
    before = model.objects.count()
    changes, message = WRONG[noun.name]

    page = enter(browser, noun, **changes).content.decode()

    assert message in page
    assert model.objects.count() == before
    for name in noun.fields:
        assert enter(browser, noun, **{name: "\0"}).status_code < 400


@by_noun
def test_a_row_is_changed_and_a_conflict_loses_nothing(
    browser: Client, noun: ReferenceNoun, entered: Callable[[ReferenceNoun], Any]
) -> None:
    row, name = entered(noun), CHANGED[noun.name]
    mine = typed(noun, **{name: "My words"}, expected="old")

    refused = browser.post(address("edit", noun, row), mine)

    page = refused.content.decode()
    model: Any = noun.model
    assert "Somebody has changed this" in page
    assert "My words" in page
    assert "The record now" in page
    assert "My words" not in str(to_plain(model.objects.get(pk=row.pk), [name]))

    over = refused.context["form"].mark_now
    browser.post(address("edit", noun, row), chosen(refused, mine | {"over": over}))
    assert "My words" in str(to_plain(model.objects.get(pk=row.pk), [name]))


@by_noun
def test_the_address_of_a_row_never_changes(
    browser: Client, noun: ReferenceNoun, entered: Callable[[ReferenceNoun], Any]
) -> None:
    row = entered(noun)
    mark = browser.get(address("edit", noun, row)).context["form"].initial["expected"]
    other = {"number": "77", "category": "other", "basis": "per-state", "treaty": "cat"}
    other = {name: value for name, value in other.items() if name in noun.fixed}
    other |= {"name": "Other", "short_name": "Other"} if not noun.fixed else {}

    answer = browser.post(address("edit", noun, row), typed(noun, expected=mark, **other))

    assert answer.status_code == 302
    model: Any = noun.model
    assert noun.address(model.objects.get(pk=row.pk)) == noun.address(row)


@by_noun
def test_contributors_read_and_change_nothing(
    client: Client, contributor: User, noun: ReferenceNoun
) -> None:
    row = FACTORIES[noun.model]()
    client.force_login(contributor)

    words = client.get(reverse("staff:reference_rows", args=[noun.name])).content.decode()
    assert str(row) in words
    assert "/edit/" not in words
    assert client.get(history_url(row)).status_code == 200
    for page in ("edit", "delete"):
        assert client.post(address(page, noun, row)).status_code == 403
    assert not contributor.may(Permission.KEEP_REFERENCE)


def test_an_article_that_is_part_of_no_other_is_part_of_the_treaty(browser: Client) -> None:
    enter(browser, REFERENCE_BY_NAME["articles"], parent="", number="12")

    article = Article.objects.get(number="12")
    assert article.parent is not None
    assert article.parent.is_whole_treaty
    assert article.get_absolute_url().endswith("/crc/12/")


def test_an_article_is_not_below_itself_nor_four_levels_down(browser: Client) -> None:
    noun = REFERENCE_BY_NAME["articles"]
    for number, parent in [("9(1)", "CRC 9"), ("9(1)(a)", "CRC 9(1)")]:
        assert enter(browser, noun, number=number, parent=parent).status_code == 302

    deep = enter(browser, noun, number="9(1)(a)(i)", parent="CRC 9(1)(a)")
    assert "too deep" in deep.content.decode()
    where = address("edit", noun, Article.objects.get(number="9"))
    mark = browser.get(where).context["form"].initial["expected"]
    ring = browser.post(where, {"parent": "CRC 9(1)(a)", "expected": mark})
    assert "not below itself" in ring.content.decode()


def test_what_coordinators_enter_is_public_at_once(browser: Client, client: Client) -> None:
    noun = REFERENCE_BY_NAME["treaties"]
    assert (
        "public at once"
        in browser.get(reverse("staff:reference_new", args=[noun.name])).content.decode()
    )
    enter(browser, noun)

    assert "ICCPR" in client.get(reverse("public:treaties")).content.decode()


def test_a_milestone_that_is_done_is_due_no_more(browser: Client) -> None:
    row = make.MilestoneFactory(due_on="2020", title="A report that is owed")
    noun = REFERENCE_BY_NAME["milestones"]
    home = reverse("staff:home")
    assert "A report that is owed" in browser.get(home).content.decode()
    mark = browser.get(address("edit", noun, row)).context["form"].initial["expected"]

    done = {"title": row.title, "due_on": "2020", "done_on": "2021-03", "expected": mark}
    browser.post(address("edit", noun, row), typed(noun, **done))

    assert str(Milestone.objects.get(pk=row.pk).done_on) == "2021-03"
    assert "A report that is owed" not in browser.get(home).content.decode()


@by_noun
def test_the_history_of_a_row_says_who_changed_what(
    browser: Client,
    coordinator: User,
    noun: ReferenceNoun,
    entered: Callable[[ReferenceNoun], Any],
) -> None:
    row, name = entered(noun), CHANGED[noun.name]
    mark = browser.get(address("edit", noun, row)).context["form"].initial["expected"]
    browser.post(address("edit", noun, row), typed(noun, **{name: "New words"}, expected=mark))

    steps = browser.get(history_url(row)).context["steps"]

    said = [step.did for step in steps]
    assert {"entered it", "changed it"} <= set(said)
    changed = [change.new for step in steps for part in step.parts for change in part.changes]
    assert any("New words" in words for words in changed)
    ours = {step.who for step in steps if step.did in ("entered it", "changed it")}
    assert ours == {str(coordinator)}


@pytest.mark.parametrize("noun", REFERENCE, ids=lambda noun: noun.name)
def test_a_list_takes_as_many_queries_for_twenty_rows_as_for_one(
    browser: Client, noun: ReferenceNoun, django_assert_num_queries: Any
) -> None:
    def some() -> Any:
        same = {"cycle": make.ReviewCycleFactory()} if noun.name in {"totals"} else {}
        return FACTORIES[noun.model](**same)

    some()
    where = reverse("staff:reference_rows", args=[noun.name])
    with CaptureQueriesContext(connection) as for_one:
        browser.get(where)
    for _ in range(19):
        some()

    with django_assert_num_queries(len(for_one)):
        browser.get(where)


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        ("treaties", "crc"), ("articles", "CRC 9"), ("organisations", "rights hrw"),
        ("synonyms", "송환금지"), ("reviews", "first"),
    ],
)  # fmt: skip
def test_rows_are_found_by_every_word(browser: Client, noun: str, words: str) -> None:
    Synonym.objects.create(key="return", en=["refoulement"], ko=["송환금지"])
    FACTORIES[REFERENCE_BY_NAME[noun].model]()

    page = browser.get(reverse("staff:reference_rows", args=[noun]), {"q": words})

    assert len(page.context["lines"]) == 1
    assert (
        "Nothing fits"
        in browser.get(
            reverse("staff:reference_rows", args=[noun]), {"q": f"{words} nonsense"}
        ).content.decode()
    )


def test_the_index_leads_to_every_noun(browser: Client) -> None:
    page = browser.get(reverse("staff:reference")).content.decode()

    for noun in REFERENCE:
        assert reverse("staff:reference_rows", args=[noun.name]) in page
