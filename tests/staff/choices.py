"""What a browser sends back of a form, and of the choices that a conflict asks for."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client


def form_of(page: Any) -> Any:
    return page.context["edit"].form if "edit" in page.context else page.context["form"]


def chosen(refused: Any, typed: dict[str, Any], **taken: str) -> dict[str, Any]:
    """What was typed, and whose version of each field is taken: mine, but for those named."""
    differences = form_of(refused).differences
    typed = typed | {"contested": form_of(refused).contested}
    return typed | {line.control: taken.get(line.name, "mine") for line in differences}


SENT = {None, "text", "hidden", "url", "number", "search"}  # others, once they are checked


class Controls(HTMLParser):
    """Reads what the controls of `record-form` would send, wherever they stand in the page."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.select, self.text, self.is_inside = "", "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "form":
            self.is_inside = given.get("id") == "record-form"
        elif tag == "option" and self.select and "selected" in given:
            self.sent.setdefault(self.select, []).append(given.get("value") or "")
        elif not (name and (self.is_inside or given.get("form") == "record-form")):
            return
        elif tag == "select":
            self.select = name
        elif tag == "textarea":
            self.text = name
            self.sent[name] = [""]
        elif tag == "input" and (given.get("type") in SENT or "checked" in given):
            self.sent.setdefault(name, []).append(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.is_inside = False
        self.select = "" if tag == "select" else self.select
        self.text = "" if tag == "textarea" else self.text

    def handle_data(self, data: str) -> None:
        if self.text:
            whole = self.sent[self.text][0] + data
            self.sent[self.text] = [whole.removeprefix("\r\n").removeprefix("\n")]


def sent_by(page: Any) -> dict[str, Any]:
    """What the page's form sends if nothing is touched."""
    controls = Controls()
    controls.feed(page.content.decode())
    return dict(controls.sent)


def decide(browser: Client, refused: Any, **taken: str) -> Any:
    """Press “Save what I chose” on the page of a conflict."""
    choices = {f"take-{name}": side for name, side in taken.items()}
    over = {"over": form_of(refused).mark_now}
    return browser.post(refused.request["PATH_INFO"], sent_by(refused) | choices | over)
