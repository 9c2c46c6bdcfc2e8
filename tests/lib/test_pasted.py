import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.lib.pasted import items_in, title_of

LINES = st.lists(
    st.text(max_size=20)
    | st.sampled_from(
        ["", "12. Stop.", "(a) Allow", "6.130 Take", "- a", "가. 중단", "一、停止", "①"]
    )
).map("\n".join)


def unspaced(text):
    return "".join(text.split())


def told(text):
    return [(item.number, item.text) for item in items_in(text)]


@given(LINES)
@example("\x1f1. a")
@example("1.")
def test_nothing_that_was_pasted_is_lost_and_its_order_is_kept(text):
    found = "".join(item.mark + item.text for item in items_in(text))

    assert unspaced(found) == unspaced(text)


@given(LINES)
def test_no_item_is_empty_and_none_holds_an_empty_line(text):
    for item in items_in(text):
        assert item.mark or item.text
        assert "\n\n" not in item.text


def test_numbered_lines_are_an_item_each_and_broken_lines_are_joined():
    pasted = (
        "The Committee recommends that China:\n12. Stop returns\nof anybody.\n\n13. Allow asylum."
    )

    assert told(pasted) == [
        ("", "The Committee recommends that China:"),
        ("12", "Stop returns of anybody."),
        ("13", "Allow asylum."),
    ]


def test_a_letter_below_a_number_is_numbered_by_both():
    assert told("12. China should:\n(a) stop returns;\n(b) allow asylum.") == [
        ("12", "China should:"),
        ("12(a)", "stop returns;"),
        ("12(b)", "allow asylum."),
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("6.130 Stop returns (Korea)", "6.130"),
        ("140.12. Stop returns", "140.12"),
        ("(12) Stop returns", "12"),
        ("iv) Stop returns", "(iv)"),
        ("• Stop returns", ""),
        ("가. 송환을 중단할 것", "(가)"),
        ("一、停止遣返", "(一)"),
        ("（一）停止遣返", "(一)"),
        ("① 송환 중단", "①"),
    ],
)
def test_numbers_are_read_as_documents_write_them(line, number):
    items = items_in(f"{line}\n{line}")

    assert [item.number for item in items] == [number, number]
    assert not items[0].text.startswith(line[:2])


def test_without_numbers_paragraphs_are_items_and_without_paragraphs_lines():
    assert told("Stop\nreturns.\n\nAllow asylum.") == [("", "Stop returns."), ("", "Allow asylum.")]
    assert told("Stop returns.\nAllow asylum.") == [("", "Stop returns."), ("", "Allow asylum.")]


def test_a_year_or_a_number_within_a_sentence_begins_no_item():
    assert told("1. Since the year\n2015 women\nwere returned") == [
        ("1", "Since the year 2015 women were returned")
    ]


def test_broken_chinese_lines_are_joined_without_a_space():
    assert told("1、停止遣返\n难民") == [("1", "停止遣返难民")]


def test_a_title_is_the_first_sentence_or_its_beginning():
    assert title_of("Stop returns. Allow asylum.") == "Stop returns"
    long = "Refrain from forcibly returning " + "anybody " * 20
    assert title_of(long).endswith("anybody…")
    assert len(title_of(long)) <= 81
    assert len(title_of("遣" * 200)) == 81
