import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.imports.readers.makers import limbs_in, states_in
from tracker.lib.states import state_named, states

NAMES = [
    name
    for state in states()
    for name in state.names
    if name.isascii() and state_named(name) == state and name[0].isupper()
]
SAID = st.lists(
    st.sampled_from(
        ["Ratify", "continue", "the", "treaty", "(ICRMW)", "(2009–2014)", "persons;", "is", "held,"]
    ),
    min_size=1,
    max_size=6,
).map(lambda words: " ".join(["Take", *words, "steps"]))


def told(item, about="China"):
    return [(limb.text, list(limb.makers)) for limb in limbs_in(item, about=about)]


def in_brackets(names, draw):
    """Names as reports and lists write them: a bracket for all, or several."""
    written, rest = "", list(names)
    while rest:
        count = draw(st.integers(1, len(rest)))
        part, rest = rest[:count], rest[count:]
        last = draw(st.sampled_from([", ", ",", " and ", ", and ", "; "]))
        inside = part[0] if len(part) == 1 else f"{', '.join(part[:-1])}{last}{part[-1]}"
        written += draw(st.sampled_from(["", " "])) if written else " "
        written += f"({inside})"
    return written


@given(
    st.data(),
    st.lists(
        st.tuples(SAID, st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True)),
        min_size=1,
        max_size=4,
    ),
)
def test_states_that_are_written_into_an_item_are_read_from_it_again(data, limbs):
    parts = [text + in_brackets(names, data.draw) for text, names in limbs]
    item = data.draw(st.sampled_from(["; ", ";"])).join(parts)
    item += data.draw(st.sampled_from([";", ".", "", "; "]))

    assert told(item, about="") == [(text, names) for text, names in limbs]


@given(st.text(alphabet="(),;. andPeru of\n", max_size=60) | st.text(max_size=60))
def test_no_letter_of_an_item_is_lost(item):
    found = "".join(limb.text + "".join(limb.makers) for limb in limbs_in(item, about="China"))

    assert set(filter(str.isalnum, item)) == set(filter(str.isalnum, found))


@pytest.mark.parametrize(
    ("item", "limbs"),
    [
        ("Join it (Peru, Chile);", [("Join it", ["Peru", "Chile"])]),
        ("Join it (Peru) (Chile)", [("Join it", ["Peru", "Chile"])]),
        ("Join it. (Peru);", [("Join it.", ["Peru"])]),
        ("Join (ICRMW) (Peru).", [("Join (ICRMW)", ["Peru"])]),
        ("Publish it (Peru)/End it (Chile).", [("Publish it", ["Peru"]), ("End it", ["Chile"])]),
        (
            "Stop it (Peru);stop that (Chile); and more (Costa Rica);",
            [("Stop it", ["Peru"]), ("stop that", ["Chile"]), ("and more", ["Costa Rica"])],
        ),
        ("Let them in (Peru) Let them stay (Chile);", [("Let them in", ["Peru"]),
                                                       ("Let them stay", ["Chile"])]),
        ("Join it (Bolivia (Plurinational State of);", [("Join it",
                                                         ["Bolivia (Plurinational State of)"])]),
        ("Join it (Venezuela (Bolivarian Republic of),Togo);",
         [("Join it", ["Venezuela (Bolivarian Republic of)", "Togo"])]),
    ],
)  # fmt: skip
def test_an_item_is_cut_after_the_states_that_ask(item, limbs):
    assert told(item) == limbs


@pytest.mark.parametrize(
    "item",
    [
        "Publish the figures (2009–2014)",
        "Join the treaty (CEDAW)",
        "Keep to the rules (Istanbul Convention)",
        "Let them leave Hong Kong (China)",
        "An open (bracket",
    ],
)
def test_a_bracket_that_names_nobody_who_asks_is_text(item):
    assert told(item + ";") == [(item, [])]


def test_a_state_amid_a_sentence_asks_too_and_a_person_looks_whether_it_does():
    limbs = limbs_in("Sign it (Peru) and join it, too (Chile); stay (Togo).", about="China")

    assert [(limb.text, limb.makers, limb.is_sure) for limb in limbs] == [
        ("Sign it", ("Peru",), False),
        ("and join it, too", ("Chile",), False),
        ("stay", ("Togo",), True),
    ]


def test_a_name_that_nobody_knows_is_kept_as_who_asks_for_a_person_to_say_who_it_is():
    assert told("Stop it (Slovenija); stop that (Peru);") == [
        ("Stop it", ["Slovenija"]),
        ("stop that", ["Peru"]),
    ]


def test_the_state_under_review_asks_nothing_of_itself():
    assert told("End it in Hong Kong (China) (Canada);") == [
        ("End it in Hong Kong (China)", ["Canada"])
    ]


def test_a_comma_or_an_and_within_a_name_does_not_cut_it():
    names = ["Korea, Republic of", "Bosnia and Herzegovina", "Trinidad and Tobago", "Peru"]

    assert states_in("; ".join(names[:2]) + ", Trinidad and Tobago and Peru") == names


def test_a_long_row_of_brackets_takes_no_time():
    for item in ("(" * 50_000, "(a" * 20_000 + ")" * 20_000, "(" + "Peru and " * 5_000 + "x);"):
        assert limbs_in(item + " a")
