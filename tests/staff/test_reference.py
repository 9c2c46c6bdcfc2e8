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
from tracker.actions.records import to_plain
from tracker.models import (
    REFERENCE,
    REFERENCE_BY_NAME,
    Amendment,
    Article,
    Milestone,
    Organisation,
    ReferenceNoun,
    State,
    Synonym,
    User,
)
from tracker.permissions import Permission
from tracker.templatetags.staff import history_url

KEPT = [noun for noun in REFERENCE if not noun.entered_at]
by_noun = pytest.mark.parametrize("noun", KEPT, ids=lambda noun: noun.name)

TYPED: dict[str, dict[str, Any]] = {  # what a person types for each noun, and what breaks it
    "treaties": {
        "short_name": "ICCPR", "title": "Covenant on Civil and Political Rights", "kind": "treaty",
        "aliases": "CCPR\nCovenant, civil", "adopted_on": "1966-12-16", "certainty": "seen",
        "sort_order": "5",
    },
    "articles": {"treaty": "crc", "number": "9(1)", "parent": "CRC 9", "subject": "Parents"},
    "treaty-actions": {
        "treaty": "crc", "kind": "ratification", "done_on": "1992-03-02", "sources": "A/1\nlaw",
        "certainty": "seen",
    },
    "norms": {"name": "Non-refoulement", "description": "Nobody is sent.", "articles": "CRC 9"},
    "mechanisms": {
        "short_name": "CRC", "name": "Committee", "kind": "treaty-body", "treaty": "crc",
        "sort_order": "3",
    },
    "milestones": {
        "title": "Report due", "kind": "report-due", "cycle": "crc-1", "due_on": "2027",
        "certainty": "derived", "sources": "law",
    },
    "totals": {
        "cycle": "crc-1", "basis": "un-numbering", "category": "accepted / 接受", "count": "290",
        "source": "A/1", "certainty": "seen", "order": "1",
    },
    "organisations": {
        "name": "Database Center", "acronym": "NKDB", "kind": "ngo", "certainty": "seen",
        "aliases": "북한인권정보센터\nCenter, Database", "website": "nkdb.org", "members": ["hrw"],
    },
    "themes": {"name": "Asylum", "aliases": "庇护", "sort_order": "1"},
    "groups": {"name": "Children", "sort_order": "1"},
    "synonyms": {"en": "refoulement\nforced return", "ko": "강제송환", "zh": "遣返"},
}  # fmt: skip
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "treaties": ({"short_name": "CRC"}, "There already is another treaty with this"),
    "articles": ({"parent": "CAT 3"}, "Choose an article of the same treaty."),
    "treaty-actions": ({"sources": "A/1\nA/2\nA/3"}, "There is no document “A/2”."),
    "norms": ({"articles": "CRC 9\nCRC 99"}, "has no article “99” here"),
    "mechanisms": ({"treaty": "nothing"}, "Select a valid choice"),
    "milestones": ({"done_on": "2999"}, "is still to come"),
    "totals": ({"count": "many"}, "Enter a whole number."),
    "organisations": ({"regional_group": "african"}, "Only a State belongs to a regional group."),
    "themes": ({"name": " "}, "Fill in “Name”."),
    "groups": ({"aliases": "x" * 121}, "has more than 120 characters"),
    "synonyms": ({"ko": "", "zh": "", "en": "one"}, "A set needs two terms or more."),
}
CHANGED = {
    "treaties": "title", "articles": "subject", "treaty-actions": "note", "norms": "description",
    "mechanisms": "name", "milestones": "title", "totals": "part_of", "organisations": "name",
    "themes": "name", "groups": "name", "synonyms": "en",
}  # fmt: skip


@pytest.fixture(autouse=True)
def world() -> None:
    """What the rows refer to."""
    article = make.ArticleFactory(treaty__code="crc", number="9")
    make.ArticleFactory(treaty__code="cat", number="3")
    make.ReviewCycleFactory(slug="crc-1", name="First review")
    make.DocumentFactory(symbol="A/1")
    make.DocumentFactory(slug="law")
    make.OrganisationFactory(slug="hrw", name="Human Rights Watch")
    assert str(article) == "CRC 9"


@pytest.fixture
def browser(client: Client, coordinator: User) -> Client:
    client.force_login(coordinator)
    return client


def typed(noun: ReferenceNoun, **changes: Any) -> dict[str, Any]:
    return TYPED[noun.name] | changes


def enter(browser: Client, noun: ReferenceNoun, **changes: Any) -> Any:
    return browser.post(reverse("staff:reference_new", args=[noun.name]), typed(noun, **changes))


def address(page: str, noun: ReferenceNoun, row: Any) -> str:
    return reverse(f"staff:reference_{page}", args=[noun.name, noun.address(row)])


@pytest.fixture
def entered(browser: Client) -> Callable[[ReferenceNoun], Any]:
    def run(noun: ReferenceNoun) -> Any:
        assert enter(browser, noun).status_code == 302
        return noun.model._default_manager.latest("pk")

    return run


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


def test_what_was_taken_out_is_still_named_in_the_history_of_others(
    browser: Client, entered: Callable[[ReferenceNoun], Any]
) -> None:
    noun = REFERENCE_BY_NAME["organisations"]
    coalition, member = entered(noun), Organisation.objects.get(slug="hrw")
    coalition.members.clear()
    browser.post(address("delete", noun, member), {"reason": "x"})

    page = browser.get(history_url(coalition)).content.decode()

    assert "Human Rights Watch" in page


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
