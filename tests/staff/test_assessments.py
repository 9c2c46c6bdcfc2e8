from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    EvidenceFactory,
    OrganisationFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tracker.actions.publication import approve
from tracker.models import Assessment, Evidence, Organisation, Recommendation, State, User


@pytest.fixture
def asked() -> Recommendation:
    return RecommendationFactory(published=True)


@pytest.fixture
def assess(client: Client, contributor: User, asked: Recommendation) -> Any:
    """Fill in the form as a contributor would."""
    client.force_login(contributor)
    OrganisationFactory(slug="editors", kind=Organisation.Kind.EDITORS)
    typed = {
        "status": "C",
        "as_of": "2024-07-04",
        "assessor": "editors",
        "rationale": "Returns are reported after the answer.",
        "expected": "",
        "more-TOTAL_FORMS": 3,
        "more-INITIAL_FORMS": 3,
    }

    def post(query: str = "", **changes: Any) -> Any:
        address = reverse("staff:assess", args=[asked.reference])
        return client.post(f"{address}{query}", typed | changes)

    return post


def test_an_assessment_rests_on_what_was_ticked_and_a_document_by_its_symbol(
    assess: Any, asked: Recommendation
) -> None:
    development = DevelopmentFactory(recommendations=[asked], published=True)
    report = DocumentFactory(symbol="A/78/1")

    response = assess(
        evidence=[f"development:{development.slug}"],
        **{"more-0-document": "a/78/1", "more-0-locator": "para. 3"},
    )

    assert response.status_code == 302
    assert Assessment.objects.get().state == State.DRAFT
    assert {row.thing for row in Evidence.objects.all()} == {development, report}
    assert Evidence.objects.get(document=report).locator == "para. 3"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({}, "Choose at least one piece of evidence."),
        ({"rationale": " "}, "Give the reasons for this status."),
        ({"status": ""}, "Choose a status, from A to E."),
        ({"as_of": "2024-13"}, "There is no such date as 2024-13."),
        ({"more-0-document": "A/0/0"}, "There is no document “A/0/0”."),
        ({"more-0-locator": "para. 3"}, "Name the document that this place is in."),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_the_field_and_nothing_is_written(
    assess: Any, changes: dict[str, str], message: str
) -> None:
    page = assess(**changes).content.decode()

    assert message in page
    assert not Assessment.objects.exists()


def test_it_can_be_sent_for_approval_at_once(assess: Any, asked: Recommendation) -> None:
    assess(evidence=[f"document:{asked.document.slug}"], send="yes")

    assert Assessment.objects.get().state == State.IN_REVIEW


def test_the_claim_stands_beside_the_documented_record(
    client: Client, contributor: User, asked: Recommendation
) -> None:
    ResponseFactory(recommendation=asked, words="It is done already.", published=True)
    DevelopmentFactory(recommendations=[asked], title="A flight lands", published=True)
    client.force_login(contributor)

    page = client.get(reverse("staff:assess", args=[asked.reference])).content.decode()

    assert "It is done already." in page
    assert "A flight lands" in page


def test_a_conflict_shows_the_colleagues_assessment_and_keeps_what_was_typed(
    assess: Any, asked: Recommendation
) -> None:
    theirs = AssessmentFactory(recommendation=asked, rationale="Their reasons")

    ticked = {"evidence": [f"document:{asked.document.slug}"], "rationale": "My reasons"}
    page = assess(**ticked).content.decode()

    assert "Their reasons" in page
    assert page.count("My reasons") == 2
    assert Assessment.objects.count() == 1

    assess(**ticked, over=theirs.key)
    assert Assessment.objects.filter(rationale="My reasons").exists()


def test_correcting_a_published_assessment_asks_for_the_reason(
    assess: Any, asked: Recommendation
) -> None:
    first = AssessmentFactory(recommendation=asked, published=True)
    typed = {"evidence": [f"document:{asked.document.slug}"], "expected": first.key}

    page = assess(f"?corrects={first.key}", **typed).content.decode()
    assert "Say why the published assessment is corrected." in page

    assess(f"?corrects={first.key}", **typed, reason="A source was misread.")
    assert Assessment.objects.get(supersedes=first).supersedes_reason == "A source was misread."


def test_what_a_corrected_assessment_rests_on_keeps_its_places(
    client: Client, assess: Any, asked: Recommendation
) -> None:
    first = AssessmentFactory(recommendation=asked, published=True, evidence=None)
    EvidenceFactory(assessment=first, document=asked.document, locator="para. 7")
    EvidenceFactory(assessment=first, document=asked.document, locator="para. 9")
    gone = DevelopmentFactory()  # no longer linked to what is assessed
    EvidenceFactory(assessment=first, document=None, development=gone, locator="p. 2")
    query = f"?corrects={first.key}"
    started = client.get(f"{reverse('staff:assess', args=[asked.reference])}{query}")
    form = started.context["form"]
    kept = {name: form[name].value() for name in form.fields if name.startswith("at-")}

    typed = {"evidence": form["evidence"].value(), "expected": first.key, "reason": "Misread."}
    assess(query, **typed, **kept)

    rows = Assessment.objects.get(supersedes=first).evidence.all()
    assert {(row.thing, row.locator) for row in rows} == {
        (asked.document, "para. 7; para. 9"),
        (gone, "p. 2"),
    }


def test_a_place_in_what_is_not_ticked_is_not_lost_silently(
    assess: Any, asked: Recommendation
) -> None:
    slug = DocumentFactory(symbol="A/78/1").slug
    place = {f"at-document:{asked.document.slug}": "para. 3", "more-0-document": slug}

    assert "Tick what this place is in, or empty this." in assess(**place).content.decode()
    assert not Assessment.objects.exists()


def test_several_other_documents_are_named_at_once_and_one_more_row_is_asked_for(
    assess: Any, asked: Recommendation
) -> None:
    one, other = DocumentFactory(symbol="A/78/1"), DocumentFactory(symbol="A/78/2")
    rows = {"more-0-document": "A/78/1", "more-2-document": "A/78/2", "more-2-locator": "p. 4"}
    place = f"at-document:{asked.document.slug}"

    page = assess(**rows, **{place: "p. 1"}, evidence=["x"], add="document")
    form = page.context["form"]
    assert [row["document"].value() for row in form.more] == ["A/78/1", "", "A/78/2", None]
    assert (form[place].value(), form["rationale"].value()[:7]) == ("p. 1", "Returns")
    assert not Assessment.objects.exists()

    assert assess(**rows).status_code == 302
    kept = {(row.thing, row.locator) for row in Evidence.objects.all()}
    assert kept == {(one, ""), (other, "p. 4")}


def test_a_document_with_an_unknown_address_is_a_click_away_from_being_entered(
    client: Client, assess: Any
) -> None:
    page = assess(**{"more-1-document": "https://example.org/a?b=1&c=2"}).content.decode()

    address = f"{reverse('staff:document_new')}?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1%26c%3D2"
    assert "No document here has this address." in page
    assert f'href="{address}"' in page
    form = client.get(address).context["form"]
    assert form["url"].value() == "https://example.org/a?b=1&c=2"


def test_claims_and_documents_stand_in_time_order(
    client: Client, contributor: User, asked: Recommendation
) -> None:
    DevelopmentFactory(recommendations=[asked], title="The later flight", happened_on="2024-10-09")
    ResponseFactory(recommendation=asked, words="It is done.", responded_on="2024-07-04")
    DevelopmentFactory(recommendations=[asked], title="The earlier flight", happened_on="2023-10")
    DevelopmentFactory(recommendations=[asked], title="At an unknown time", happened_on=None)
    client.force_login(contributor)

    page = client.get(reverse("staff:assess", args=[asked.reference])).content.decode()

    told = ["The earlier flight", "It is done.", "The later flight", "At an unknown time"]
    places = [page.index(words) for words in told]
    assert places == sorted(places)


@pytest.fixture
def grade(client: Client, contributor: User, asked: Recommendation) -> Any:
    """Fill in another body's grade as a contributor would."""
    client.force_login(contributor)
    OrganisationFactory(slug="ccpr", kind=Organisation.Kind.UN_BODY)
    OrganisationFactory(slug="china", state=True)
    typed = {
        "scale": "ccpr-follow-up-2016",
        "scale_as_given": "CCPR/C/161",
        "grade_as_given": "[C] Not implemented",
        "as_of": "2024-07-04",
        "assessor": "ccpr",
        "rationale": "The Committee finds no measures.",
        "evidence": [f"document:{asked.document.slug}"],
        "expected": "",
        "more-TOTAL_FORMS": 3,
        "more-INITIAL_FORMS": 3,
    }

    def post(query: str = "", **changes: Any) -> Any:
        return client.post(
            f"{reverse('staff:grade', args=[asked.reference])}{query}", typed | changes
        )

    return post


def test_another_bodys_grade_is_kept_verbatim_on_its_own_scale_and_is_no_status(
    client: Client, grade: Any, coordinator: User, asked: Recommendation
) -> None:
    assert grade(send="yes").status_code == 302

    row = Assessment.objects.get()
    assert (row.status, row.grade_as_given, row.scale_as_given) == (
        "",
        "[C] Not implemented",
        "CCPR/C/161",
    )
    page = client.get(reverse("staff:recommendation", args=[asked.reference])).content.decode()
    assert "[C] Not implemented" in page
    assert f"/grade/?corrects={row.key}" in page
    approve(record=row, by=coordinator)
    public = client.get(asked.get_absolute_url()).content.decode()
    assert "“[C] Not implemented” on its own scale" in public
    assert "CCPR/C/161. It is not our status." in public
    assert "Not yet assessed" in public


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"grade_as_given": ""}, "Copy the grade as the document gives it."),
        ({"scale": "tracker-1"}, "Select a valid choice"),
        ({"scale": "other", "scale_as_given": ""}, "Name the scale and its version."),
        ({"assessor": "china"}, "Select a valid choice"),
        ({"evidence": []}, "Choose at least one piece of evidence."),
        ({"more-0-document": "http://example.org/a.pdf"}, "Only https addresses are taken."),
    ],
)
def test_what_is_wrong_with_a_grade_is_said_at_its_field(
    grade: Any, changes: dict[str, Any], message: str
) -> None:
    assert message in grade(**changes).content.decode()
    assert not Assessment.objects.exists()


def test_a_grade_is_changed_where_it_was_entered(grade: Any) -> None:
    grade()
    first = Assessment.objects.get()

    grade(f"?corrects={first.key}", grade_as_given="[B] Partly", expected=first.key)

    latest = Assessment.objects.exclude(state=State.WITHDRAWN).get()
    assert latest.grade_as_given == "[B] Partly"


@pytest.mark.parametrize(("page", "of_scale"), [("assess", "cedaw-follow-up"), ("grade", "")])
def test_each_form_corrects_only_what_is_its_own(
    client: Client, contributor: User, asked: Recommendation, page: str, of_scale: str
) -> None:
    grade = {"status": "", "scale": of_scale, "grade_as_given": "[B]"} if of_scale else {}
    other = AssessmentFactory(recommendation=asked, published=True, **grade)
    client.force_login(contributor)

    address = f"{reverse(f'staff:{page}', args=[asked.reference])}?corrects={other.key}"
    assert client.get(address).status_code == 404
    assert client.post(address, {}).status_code == 404
