"""What became of what was public: told with its day and its reason, and by nobody."""

import datetime as dt
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from tests.factories import (
    AmendmentFactory,
    AssessmentFactory,
    DevelopmentFactory,
    RecommendationFactory,
    ResponseFactory,
    TranslationFactory,
    UserFactory,
)
from tests.public.site import read
from tracker.actions.publication import approve, withdraw
from tracker.models import Amendment, User

CHANGES, FEED = "/en/changes/", "/en/changes.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def ask():
    return RecommendationFactory(published=True, made_on="2023-02-01")


def shown(client, **query):
    return [
        (change.sort.value, change.title, change.told, change.reason)
        for change in client.get(CHANGES, query).context["page"]
    ]


def corrected(ask, reason="The addendum says so."):
    earlier = ResponseFactory(
        published=True, recommendation=ask, position="noted", responded_on="2023-06"
    )
    return ResponseFactory(
        published=True,
        recommendation=ask,
        position="not-accepted",
        responded_on="2023-06",
        supersedes=earlier,
        supersedes_reason=reason,
    )


def test_an_update_says_which_fields_and_why(client, ask):
    AmendmentFactory(published=True, recommendation=ask, reason="It left somebody out.")

    [change] = shown(client)

    assert change[0] == "update"
    assert change[2:] == ("Changed: Title", "It left somebody out.")


def test_a_correction_says_what_it_says_now_and_said_before(client, ask):
    answer = corrected(ask)

    [change] = shown(client)

    told = "China’s answer: Not accepted, before: Noted"
    assert change == ("correction", str(ask), told, "The addendum says so.")
    [link] = [link for link in read(client.get(CHANGES)).links if link.words == str(ask)]
    there = client.get(link.href.split("#")[0])
    assert f'id="{link.href.split("#")[1]}"' in there.content.decode()
    assert link.href.endswith(f"#response-{answer.key}")


def test_a_corrected_assessment_is_told_by_its_status(client, ask):
    earlier = AssessmentFactory(published=True, recommendation=ask, status="B", as_of="2023-06")
    AssessmentFactory(
        published=True,
        recommendation=ask,
        status="C",
        as_of="2023-06",
        supersedes=earlier,
        supersedes_reason="A source was misread.",
    )

    told = "Assessment: C Not implemented, before: B Partly implemented"
    assert [change[2:] for change in shown(client)] == [(told, "A source was misread.")]


def replaced(about, **said):
    """A published text in another language, whose place a newer one has taken."""
    about = {"recommendation": None, **about}
    TranslationFactory(published=True, title="옛 제목", **about, **said)
    newer = TranslationFactory(in_review=True, title="새 제목", **about, **said)
    return approve(record=newer, by=UserFactory(coordinator=True))


def test_a_newer_translation_is_told_as_an_update_and_one_taken_back_as_withdrawn(client, ask):
    event = DevelopmentFactory(published=True, happened_on="2023-10", title="A law")
    newer = replaced({"recommendation": ask})
    replaced({"development": event}, language="zh-hans")
    withdraw(record=newer, reason="Misread.", by=UserFactory(coordinator=True))
    newest = TranslationFactory(published=True, recommendation=ask)

    reason, into = "Replaced by a newer translation.", "Translation into {}".format
    assert shown(client) == [
        ("withdrawal", str(ask), into("Korean"), "Misread."),
        ("update", "Development: A law", into("Chinese (simplified)"), reason),
        ("update", str(ask), into("Korean"), reason),
    ]
    assert newest.title not in client.get(CHANGES).content.decode()
    feed = client.get(FEED).content.decode()
    assert [feed.count(words) for words in ("Misread.", reason)] == [1, 2]
    assert "제목" not in feed
    korean = client.get("/ko/changes/").content.decode()
    assert "한국어 번역" in korean
    assert "새 번역으로 대체되었습니다." in korean


def test_nothing_is_told_of_translations_that_nobody_could_read_or_of_what_is_gone(client, ask):
    gone = RecommendationFactory(published=True)
    replaced({"recommendation": gone})
    withdraw(record=gone, reason="Entered twice.", by=UserFactory(coordinator=True))
    for made in ({"in_review": True}, {"withdrawn": True}, {"published": True}):
        TranslationFactory(recommendation=ask, **made)
    replaced({"recommendation": RecommendationFactory(published=True, made_on="2999-01-01")})

    assert [change[:2] for change in shown(client)] == [("withdrawal", gone.reference)]


def test_what_was_withdrawn_is_told_without_what_it_had_said(client, ask):
    by = UserFactory(coordinator=True)
    records = [
        ResponseFactory(published=True, recommendation=ask, words="Secret", responded_on="2023-06"),
        AssessmentFactory(published=True, recommendation=ask, rationale="Secret", as_of="2023-06"),
        DevelopmentFactory(published=True, title="Secret"),
        RecommendationFactory(published=True, title="Secret"),
    ]
    for number, record in enumerate(records):
        withdraw(record=record, reason=f"Reason {number}.", by=by)

    found = shown(client)

    assert {change[0] for change in found} == {"withdrawal"}
    assert [change[3] for change in found] == [f"Reason {n}." for n in (3, 2, 1, 0)]
    assert "Secret" not in client.get(CHANGES).content.decode()
    for link in read(client.get(CHANGES)).links:
        if link.href.startswith("/en/"):
            assert client.get(link.href).status_code == 200


def test_nothing_is_told_of_what_was_never_public_or_is_no_longer(client, ask):
    hidden = RecommendationFactory()
    gone = RecommendationFactory(published=True)
    corrected(gone)
    AmendmentFactory(published=True, recommendation=gone)
    withdraw(record=gone, reason="Entered twice.", by=UserFactory(coordinator=True))
    corrected(hidden)
    for made in ({"in_review": True}, {"withdrawn": True}):
        AmendmentFactory(recommendation=ask, **made)
        ResponseFactory(recommendation=ask, **made)
    ResponseFactory(
        in_review=True,
        recommendation=ask,
        supersedes=ResponseFactory(published=True, recommendation=ask),
        supersedes_reason="Not yet.",
    )

    assert shown(client) == [("withdrawal", gone.reference, "The record", "Entered twice.")]


def test_the_last_comes_first_and_pages_follow(client, ask):
    for number in range(51):
        AmendmentFactory(published=True, recommendation=ask, reason=f"Reason {number}.")

    first, second = (client.get(CHANGES, {"page": page}) for page in ("1", "2"))

    assert [change.reason for change in first.context["page"]][:2] == ["Reason 50.", "Reason 49."]
    assert [change.reason for change in second.context["page"]] == ["Reason 0."]


def test_a_change_is_told_from_its_day_on(client, ask):
    AmendmentFactory(published=True, recommendation=ask)
    yesterday = timezone.now() - dt.timedelta(days=1)

    assert shown(client, as_of=f"{yesterday:%Y-%m-%d}") == []
    Amendment.objects.update(approved_at=yesterday)
    assert len(shown(client, as_of=f"{yesterday:%Y-%m-%d}")) == 1


def test_nobody_is_named(client, ask):
    AmendmentFactory(published=True, recommendation=ask)
    corrected(ask)
    User.objects.update(name="Somebody of ours")
    for number, user in enumerate(User.objects.all()):
        User.objects.filter(pk=user.pk).update(email=f"ours-{number}@example.org")

    for address in (CHANGES, FEED):
        text = client.get(address).content.decode()
        assert "Somebody of ours" not in text
        assert "@example.org" not in text


def test_the_page_asks_as_often_for_many_changes_as_for_one_of_each(
    client, ask, django_assert_num_queries
):
    def change():
        AmendmentFactory(published=True, recommendation=ask)
        corrected(ask)
        answer = ResponseFactory(published=True, recommendation=ask)
        withdraw(record=answer, reason="Wrong.", by=UserFactory(coordinator=True))

    change()
    with django_assert_num_queries(6):  # version, count, rows, one for each kind of record
        client.get(CHANGES)
    for _ in range(5):
        change()
    with django_assert_num_queries(6):
        client.get(CHANGES)


def test_the_feed_has_the_same_as_the_page(client, ask):
    AmendmentFactory(published=True, recommendation=ask, reason="It left\x0b somebody out & more.")
    corrected(ask)

    answer = client.get(FEED)
    entries = ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")  # noqa: S314 - ours

    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    assert [entry.find(f"{ATOM}category").get("term") for entry in entries] == [
        change[0] for change in shown(client)
    ]
    assert len({entry.find(f"{ATOM}id").text for entry in entries}) == 2
    assert "somebody out & more." in entries[1].find(f"{ATOM}summary").text.replace("&amp;", "&")


def test_the_feed_is_not_made_again_and_takes_no_question(client, ask):
    known = client.get(FEED).headers["ETag"]

    assert client.get(FEED, headers={"If-None-Match": known}).status_code == 304
    corrected(ask)
    assert client.get(FEED, headers={"If-None-Match": known}).status_code == 200
    assert client.get(FEED, {"treaty": "cat"}).status_code == 400
    assert client.post(FEED).status_code == 405
    assert not client.get(FEED).cookies
