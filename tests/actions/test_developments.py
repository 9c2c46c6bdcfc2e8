import pytest
from django.core.exceptions import ValidationError

from tests.factories import DevelopmentFactory, DocumentFactory, RecommendationFactory
from tracker.actions.base import Conflict
from tracker.actions.developments import record_development, revise_development
from tracker.actions.publication import approve, sent_mark, submit, withdraw
from tracker.models import Development, State


@pytest.fixture
def record(contributor):
    fine = {
        "kind": Development.Kind.LAW,
        "title": "A law on borders enters into force",
        "summary": "It says nothing of asylum.",
        "happened_on": "2022-01-01",
        "document": DocumentFactory(),
        "by": contributor,
    }

    def run(**changes):
        return record_development(**fine | changes)

    return run


def test_a_development_is_kept_with_what_it_bears_on(record, contributor):
    asked = RecommendationFactory.create_batch(2)
    development = record(recommendations=asked)

    assert set(development.recommendations.all()) == set(asked)
    assert development.slug == "2022-01-01-a-law-on-borders-enters-into-force"
    assert development.events.get().pgh_context == {
        "action": "record_development",
        "user": contributor.pk,
    }


def test_each_development_has_an_address_of_its_own(record):
    long = {"title": "Very " * 40, "happened_on": "2022"}
    slugs = [record(**changes).slug for changes in [{}, {}, {}, long, long]]

    assert len(set(slugs)) == 5
    assert slugs[1].endswith("-2")
    assert slugs[2].endswith("-3")


def test_a_title_without_a_latin_letter_has_an_address_too(record):
    assert record(title="국경법 시행", happened_on=None).slug == "development"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 201),
        ("summary", ""),
        ("happened_on", "soon"),
        ("kind", "rumour"),
        ("document", None),
    ],
)
def test_a_development_that_breaks_a_rule_leaves_no_trace(record, refused, field, value):
    with refused(ValidationError) as refusal:
        record(**{field: value})
    assert list(refusal.value.message_dict) == [field]


@pytest.mark.parametrize("smuggled", ["state", "approved_at", "recorded_at", "version"])
def test_the_way_to_the_public_cannot_be_skipped(record, contributor, refused, smuggled):
    development = record()
    with refused(TypeError, match=smuggled):
        record(**{smuggled: State.PUBLISHED})
    with refused(TypeError, match=smuggled):
        revise_development(
            development=development, expected=1, by=contributor, **{smuggled: State.PUBLISHED}
        )


def test_a_development_in_review_is_revised_and_goes_back_to_draft(record, contributor):
    development = record()
    submit(records=[development], by=contributor)
    asked = RecommendationFactory()
    revised = revise_development(
        development=development,
        recommendations=[asked],
        title="A law is adopted",
        expected=1,
        by=contributor,
    )

    assert (revised.state, revised.version, revised.title) == (State.DRAFT, 2, "A law is adopted")
    assert revised.slug == development.slug
    assert revised.recommendations.get() == asked


def test_whoever_read_an_older_version_is_told(record, contributor, refused):
    development = record()
    revise = {"development": development, "expected": 1, "by": contributor}
    revise_development(**revise, title="A law is adopted")

    with refused(Conflict) as refusal:
        revise_development(**revise, title="A law is proposed")
    assert refusal.value.current.title == "A law is adopted"


def test_what_is_withdrawn_is_not_revised(contributor, refused):
    development = DevelopmentFactory(withdrawn=True)

    with refused(Conflict, match="is withdrawn"):
        revise_development(development=development, title="New", expected=1, by=contributor)


@pytest.fixture
def public():
    return DevelopmentFactory(published=True, title="A law", happened_on="2023-05")


def test_a_published_development_is_changed_once_a_second_person_approves(
    public, contributor, coordinator
):
    asked = RecommendationFactory(published=True)
    change = revise_development(
        development=public, title="A law is adopted", happened_on=None, recommendations=[asked],
        expected=1, reason="It was only proposed.", by=contributor,
    )  # fmt: skip

    public.refresh_from_db()
    assert (public.title, public.is_published) == ("A law", True)
    assert change.changes == {
        "title": "A law is adopted", "happened_on": None, "recommendations": [asked.reference],
    }  # fmt: skip
    with pytest.raises(ValidationError, match="a second person"):
        approve(record=change, by=contributor_who_approves(contributor))
    approve(record=change, by=coordinator, expected=sent_mark(change))
    public.refresh_from_db()
    assert (public.title, public.happened_on, public.version) == ("A law is adopted", None, 2)
    assert public.recommendations.get() == asked
    assert public.is_published


def test_a_change_of_what_is_published_names_no_draft(public, contributor, refused):
    """Its reference is another one once it is approved: the change could never be made."""
    draft = RecommendationFactory(in_review=True)
    change = {"title": "A law", "happened_on": public.happened_on, "reason": "It bears on it."}

    with refused(ValidationError) as refusal:
        revise_development(
            development=public, recommendations=[draft], expected=1, by=contributor, **change
        )
    [words] = refusal.value.message_dict["recommendations"]
    assert words.startswith(f"Not approved yet: {draft.reference}.")


def contributor_who_approves(user):
    user.role = "coordinator"
    user.save()
    return user


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": "Other"}, "Say why"),
        ({"title": "A law", "reason": "None."}, "Nothing was changed"),
        ({"title": "", "reason": "None."}, "cannot be blank"),
    ],
)
def test_a_change_of_what_is_published_needs_a_reason_and_sense(
    public, contributor, refused, changes, message
):
    given = {"happened_on": public.happened_on} | changes
    with refused(ValidationError, match=message):
        revise_development(development=public, expected=1, by=contributor, **given)


def test_a_change_that_was_overtaken_is_not_applied(public, contributor, coordinator, refused):
    change = revise_development(
        development=public, title="Other", expected=1, reason="Vague.", by=contributor
    )
    Development.objects.filter(pk=public.pk).update(version=2)

    with refused(Conflict, match="changed since this was proposed"):
        approve(record=change, by=coordinator)
    withdraw(record=public, reason="Entered twice.", by=coordinator)
    with refused(Conflict, match="The record was withdrawn"):
        approve(record=change, by=coordinator)
