"""The gallery as one page, which needs no server: every component in every state, in both looks."""

import re
from html import escape
from pathlib import Path

from django.conf import settings
from django.template import Context, Engine
from django.template.loader import render_to_string
from django.test import RequestFactory

TEMPLATES = Path(settings.BASE_DIR) / "templates" / "components"
STYLES = [Path(settings.BASE_DIR) / "static" / "css" / f"{name}.css"
          for name in ("tokens", "base", "layout", "components")]  # fmt: skip
UNSEEN = {"meta"}  # it stands in the head: here as text
POINTERS = re.compile(r'(\b(?:id|for|aria-labelledby|aria-describedby)="|href="#)([^"]+)"')


def components():
    """The names of all that there are."""
    return sorted(path.stem for path in TEMPLATES.glob("*.html"))


def rendered(name, context):
    """A component by itself, as a page would show it."""
    request = RequestFactory().get("/en/themes/nonref/")
    own = {key: value for key, value in context.items() if key not in {"request", "block"}}
    return render_to_string(f"components/{name}.html", own, request).strip()


def gallery(samples):
    """The page; ids are made different in every sample, which would have a page of its own."""
    looks = [
        {"name": look, "components": [_shown(look, name, samples[name]) for name in samples]}
        for look in ("light", "dark")
    ]
    styles = "\n".join(path.read_text() for path in STYLES)
    page = Path(__file__).with_name("gallery.html").read_text()
    return Engine().from_string(page).render(Context({"looks": looks, "styles": styles}))


def _shown(look, name, states):
    html = [
        (state, _apart(rendered(name, context), f"{look}-{name}-{n}"))
        for n, (state, context) in enumerate(states.items())
    ]
    if name in UNSEEN:
        html = [(state, f"<pre>{escape(text)}</pre>") for state, text in html]
    return {"name": name, "states": html}


def _apart(html, mark):
    def marked(found):
        return f'{found[1]}{" ".join(f"{name}-{mark}" for name in found[2].split())}"'

    return POINTERS.sub(marked, html)
