import pytest

from tests.factories import RecommendationFactory
from tracker.filters.similar import Asked, repeats, similar_to

ENGLISH = (
    "Refrain from forcibly returning North Korean escapees who would face torture, and allow the "
    "High Commissioner for Refugees to reach every person who asks for protection"
)
KOREAN = (
    "고문을 당할 위험이 있는 북한이탈주민의 강제송환을 중단하고 유엔난민기구의 접근을 허용할 것"
)


def found(text):
    return [one.recommendation for one in similar_to([text])[0]]


@pytest.mark.parametrize(
    ("recorded", "typed"),
    [
        (ENGLISH, ENGLISH.replace("torture", "ill-treatment").replace("every", "any")),
        (KOREAN, KOREAN.replace("고문을", "박해를")),
        (KOREAN, KOREAN.replace("강제송환을", "강제 송환을")),
        ("不得强制遣返可能遭受酷刑的脱北者", "不得强制遣返可能遭受迫害的脱北者"),
    ],
)
def test_nearly_the_same_words_are_found_in_any_language_and_state(recorded, typed):
    RecommendationFactory(text="Register every child that is born in China.")
    draft = RecommendationFactory(text=recorded)
    public = RecommendationFactory(published=True, text=recorded)

    assert found(typed) == [draft, public]


def test_other_asks_and_what_is_withdrawn_are_not_found():
    RecommendationFactory(text="Register every child that is born in China.")
    RecommendationFactory(withdrawn=True, text=ENGLISH)

    assert found(ENGLISH) == []


def test_the_nearest_comes_first_and_at_most_five_are_told():
    RecommendationFactory.create_batch(6, text=f"{ENGLISH} without delay")
    same = RecommendationFactory(text=ENGLISH)

    (alike,) = similar_to([ENGLISH])

    assert (alike[0].recommendation, alike[0].percent) == (same, 100)
    assert len(alike) == 5
    assert (
        "".join(piece.text for piece in alike[1].pieces if piece.kind == "gone") == " without delay"
    )


@pytest.mark.parametrize("text", ["", "...", "the of", "it''s \\ 'quoted' | & !", "%s %%"])
def test_odd_texts_find_nothing_and_break_nothing(text):
    RecommendationFactory()

    assert found(text) == []


def test_many_texts_take_as_many_queries_as_one(django_assert_max_num_queries):
    RecommendationFactory.create_batch(3, text=ENGLISH)

    with django_assert_max_num_queries(3):
        alike = similar_to([ENGLISH, KOREAN, f"{ENGLISH} at once"])

    assert [len(one) for one in alike] == [3, 0, 3]


def test_the_same_title_or_place_is_found_whatever_the_words():
    title = "Stop l'envoi: 'returns' | & \\ at once"
    named = RecommendationFactory(title=title, text="One.")
    placed = RecommendationFactory(title="Two", text="Two.", locator="para. 5.2")
    RecommendationFactory(text="Three.", locator="para. 5.2")
    RecommendationFactory(withdrawn=True, title=title, text="Four.", locator="para. 5.2")
    here = placed.document_id

    nothing, (first, second), (both,) = repeats(
        [
            Asked("Five.", "Another", here),
            Asked("Five.", title.upper(), here, "para. 5.2"),
            Asked("Two.", "two", here, "para. 5.2"),
        ]
    )

    assert nothing == []
    assert [(one.recommendation, one.why) for one in (first, second)] == [
        (named, "the same title"),
        (placed, "the same place"),
    ]
    assert both.recommendation == placed
    assert both.why == "the same title, the same place, 100 % of the words"


@pytest.mark.parametrize("title", ["", "...", "the of", "a" * 160])
def test_odd_titles_find_nothing_and_break_nothing(title):
    RecommendationFactory(text="One.")

    assert repeats([Asked("", title)]) == [[]]
