"""What is said of a choice that there is not, wherever a page offers some."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _


def not_one_of(given: str, choices: Iterable[str]) -> str:
    """What is wrong with a value, and those that would be right."""
    offered = ", ".join(filter(None, choices))
    return _("“{given}” is not one of {choices}.").format(given=given[:30], choices=offered)
