"""What the words of a file mean here, and what is said where they mean nothing."""

import pytest

from tests.factories import DocumentFactory, OrganisationFactory
from tests.imports.conftest import an_ask
from tracker.imports.checking import Checker


def check(*asks, **settings):
    checker = Checker(settings)
    return checker.check(asks), checker.known


def test_a_row_of_a_review_gets_its_review_document_dates_and_answer(review):
    (found,), _ = check(an_ask(themes=["Refoulement"], articles=[{"article": "CAT 3"}]))

    assert found.faults == []
    said = found.values
    assert (said["cycle"], said["document"], said["made_on"]) == (
        "upr-2", "a-hrc-25-5", "2013-10-22",
    )  # fmt: skip
    assert said["expects_reply"] is True
    assert said["themes"] == ["nonref"]
    assert said["invocations"] == [{"article": "cat 3", "basis": "explicit", "note": ""}]
    assert said["answer"]["position"] == "accepted"
    assert said["answer"]["document"] == "a-hrc-25-5-add-1"
    assert said["answer"]["responded_on"] == "2014-03-20"


def test_a_state_that_is_not_recorded_yet_is_added_under_its_name_of_today(review):
    (found,), known = check(an_ask(made_by=["Czech Republic"]))

    assert found.values["made_by"] == ["czechia"]
    assert known.additions["organisations"]["czechia"] == {
        "slug": "czechia",
        "kind": "state",
        "name": "Czechia",
        "regional_group": "eastern-european",
    }


def test_an_organisation_is_found_by_each_of_its_names(review):
    OrganisationFactory(slug="norge", name="Norge", aliases=["Norway"], state=True)

    (found,), known = check(an_ask())

    assert found.values["made_by"] == ["norge"]
    assert known.additions["organisations"] == {}


def test_a_name_gets_the_meaning_that_a_person_gave_it_or_none(review):
    asks = [an_ask(1, made_by=["Atlantis", "Norway"]), an_ask(2, made_by=["Utopia", "Norway"])]

    rows, _ = check(*asks, names={"organisations": {"Atlantis": "china", "Utopia": ""}})

    assert [row.values["made_by"] for row in rows] == [["china", "norway"], ["norway"]]
    assert not any(row.faults for row in rows)


def test_a_name_may_mean_a_state_that_is_not_recorded_yet(review):
    (found,), known = check(
        an_ask(made_by=["Costa-Rica (sic)"]),
        names={"organisations": {"Costa-Rica (sic)": "costa-rica"}},
    )

    assert found.values["made_by"] == ["costa-rica"]
    assert known.additions["organisations"]["costa-rica"]["name"] == "Costa Rica"


def test_a_submission_brings_its_own_document_and_its_day(review):
    ngo = OrganisationFactory(slug="pscore", name="PSCORE")
    proposed = {"title": "On returns", "submitted_on": "2023-07", "made_by": ["PSCORE"]}
    checker = Checker({"proposed": proposed, "made_by": [ngo.slug]}, "submission")

    (found,) = checker.check([an_ask(made_by=[], position="", session=17)])

    assert found.faults == []
    assert (found.values["document"], found.values["made_on"]) == ("on-returns", "2023-07")
    assert found.values["expects_reply"] is False
    assert checker.known.additions["documents"]["on-returns"] == {
        "slug": "on-returns",
        "kind": "ngo-submission",
        "title": "On returns",
        "submitted_on": "2023-07",
        "authors": ["pscore"],
        "cycle": "upr-2",
    }


def test_a_submission_that_is_recorded_under_its_title_is_not_added_again(review):
    ngo = OrganisationFactory(slug="pscore", name="PSCORE")
    DocumentFactory(slug="known", title="On returns", authors=[ngo], submitted_on="2023-06")
    checker = Checker(
        {"proposed": {"title": "On Returns", "submitted_on": "2023-07"}}, "submission"
    )

    (found,) = checker.check([an_ask(made_by=[], position="")])

    assert (found.values["document"], found.values["made_on"]) == ("known", "2023-06")
    assert found.values["made_by"] == ["pscore"]
    assert checker.known.additions["documents"] == {}


def test_a_document_with_a_symbol_is_added_with_its_kind(review):
    ask = an_ask(session=None, mechanism="CEDAW", document="CEDAW/C/CHN/CO/9", position="",
                 published_on="2023-05-31")  # fmt: skip

    (found,), known = check(ask)

    assert found.values["document"] == "cedaw-c-chn-co-9"
    assert known.additions["documents"]["cedaw-c-chn-co-9"] == {
        "slug": "cedaw-c-chn-co-9",
        "kind": "concluding-observations",
        "title": "CEDAW/C/CHN/CO/9",
        "symbol": "CEDAW/C/CHN/CO/9",
        "published_on": "2023-05-31",
    }


def test_the_authors_of_the_document_ask_where_the_file_names_nobody(review):
    ngo = OrganisationFactory(slug="pscore", name="PSCORE")
    DocumentFactory(slug="submission", authors=[ngo], submitted_on="2023-07")
    ask = an_ask(session=None, made_by=[], position="")

    (found,), _ = check(ask, document="submission")

    assert found.faults == []
    assert found.values["made_by"] == ["pscore"]
    assert found.values["made_on"] == "2023-07"
    assert "answer" not in found.values


def test_themes_that_no_vocabulary_has_are_counted_and_no_fault(review):
    rows, known = check(an_ask(1, themes=["General"]), an_ask(2, themes=["General", "Other"]))

    assert known.unknown["themes"] == {"General": 2, "Other": 1}
    assert not any(row.faults for row in rows)


@pytest.mark.parametrize(
    ("said", "what", "column"),
    [
        ({"made_by": ["Atlantis"]}, "Unknown organisation or State “Atlantis”", "made_by"),
        ({"made_by": []}, "Nobody is named who asks this", "made_by"),
        ({"session": 99}, "Unknown review “session 99”", "session"),
        ({"position": "Perhaps"}, "Unknown position “Perhaps”", "position"),
        ({"articles": [{"article": "CAT 3bis"}]}, "Unknown article “CAT 3bis”", "articles"),
        ({"text": " "}, "No text", "text"),
        ({"title": "x" * 161}, "The title is longer than 160 characters", "title"),
        ({"strength": 6}, "“6” is no strength of action", "strength"),
        ({"made_on": "2013-13"}, "“2013-13” is no date", "made_on"),
        ({"made_on": "2015"}, "An answer of 2014-03-20 to what was asked on 2015", "position"),
        ({"kind": "wish"}, "“wish” is no kind", "kind"),
        ({"language": "English!"}, "“English!” is no language", "language"),
    ],
)
def test_what_is_wrong_is_said_once_with_what_was_expected_and_how_to_mend_it(
    review, said, what, column
):
    (found,), _ = check(an_ask(**said), cycle="upr-2" if "session" not in said else "")

    (fault,) = found.faults
    assert (fault.what, fault.column) == (what, column)
    assert fault.expected
    assert fault.mend


def test_a_choice_for_the_whole_file_goes_before_what_rows_say(review):
    DocumentFactory(slug="data-set", title="UPR Info, 25 July 2018")

    (found,), _ = check(an_ask(), document="data-set", replies="data-set", answered_on="2014")

    assert found.values["document"] == "data-set"
    assert found.values["answer"]["document"] == "data-set"
    assert found.values["answer"]["responded_on"] == "2014"
    assert found.values["cycle"] == "upr-2"


def test_a_session_is_of_china_s_review_only_where_china_is_asked(review):
    ask = an_ask(document="", cycle="upr-2")

    (other,), _ = check(ask, state="mexico")
    (chosen,), _ = check(ask, state="mexico", cycle="upr-2")

    assert (other.values["cycle"], other.values["document"]) == (None, None)
    assert "a-hrc-25-5" not in str(other.values)
    assert other.faults
    assert chosen.values["cycle"] == "upr-2"
    assert "a-hrc-25-5" not in str(chosen.values)


def test_positions_can_be_left_out(review):
    (found,), _ = check(an_ask(), positions=False)

    assert "answer" not in found.values


def test_the_queries_do_not_grow_with_the_rows(review, django_assert_max_num_queries):
    asks = [an_ask(n, articles=[{"article": "CAT 3"}], themes=["X"]) for n in range(300)]

    with django_assert_max_num_queries(14):
        check(*asks)
