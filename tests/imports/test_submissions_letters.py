"""A submission as plain text, in the letters that its program wrote."""

import pytest

from tests.imports.papers import pdf_document
from tracker.imports.asks import Wanted
from tracker.imports.opening.files import Opened
from tracker.imports.readers.submissions import read, read_submission

ENGLISH = "Recommendations\n\n1. Respect China’s treaty – vis-à-vis the “night boats” – in full.\n"
KOREAN = "권고\n\n1. 중국은 사람들을 돌려보내는 일을 멈추어야 한다.\n2. 모든 아이를 등록하라.\n"
CHINESE = "建议\n\n1. 停止把任何人送回危险之中。\n2. 为每个孩子登记，不问其父母来自何处。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "mac-roman", "mac-roman"),
        (ENGLISH, "utf-16", "utf-16"),
        (ENGLISH, "utf-16-le", "utf-16"),
        (KOREAN, "cp949", "cp949"),
        (CHINESE, "gb18030", "gb18030"),
    ],
)
def test_a_text_is_read_in_its_own_letters(text, encoding, found):
    reading = read_submission("text", text.encode(encoding), Wanted())
    plain = read_submission("text", text.encode(), Wanted())

    assert [ask.text for ask in reading.asks] == [ask.text for ask in plain.asks]
    assert plain.asks
    assert reading.proposed["encoding"] == found
    assert "encoding" not in plain.proposed


def test_the_letters_that_a_person_chose_are_taken_and_others_are_shown():
    data = ENGLISH.encode("mac-roman")

    found = read_submission("text", data, Wanted())
    chosen = read_submission("text", data, Wanted(encoding="cp1252"))

    assert "Mac Roman" in found.told[0]
    assert list(found.proposed["previews"]) == ["mac-roman", "cp1252"]
    assert "ChinaÕs" in chosen.asks[0].text
    assert chosen.proposed["encoding"] == "cp1252"


def test_the_pages_of_a_long_pdf_are_counted_while_it_is_read():
    pages = [["Recommendations", "1. Stop the returns of people to danger at once."]] * 20
    told: list[str] = []

    opened = Opened(kind="pdf", data=pdf_document(pages), path=None, name="long.pdf")
    read(opened, Wanted(), told.append)

    assert "Page 20 of 20 …" in told
