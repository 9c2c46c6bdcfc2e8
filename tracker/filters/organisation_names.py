"""Which organisations a person means who writes them down."""

from __future__ import annotations

import re
from functools import cached_property

from tracker.lib.folding import fold
from tracker.models import FormerAddress, Organisation


class OrganisationNames:
    """
    Reads organisations by name, acronym, alias or address, or by a beginning that only one has.

    `Canada; Norway`, `HRW`, `un-cat`. They are read from the database once.
    """

    def read(self, text: str) -> list[Organisation]:
        """The organisations between semicolons, each once; ValueError says which is unknown."""
        names = [name for part in re.split(r"[;；\n]", text) if (name := part.strip())]
        return list(dict.fromkeys(map(self._one, names)))

    def split(self, text: str) -> str:
        """The same with semicolons if each between commas is known: “Canada, Norway and Peru”."""
        if ";" in text or fold(text.strip()) in self._whole:
            return text
        parts = [part.strip() for part in re.split(r",|、|，|\band\b", text) if part.strip()]
        return "; ".join(parts) if all(map(self.knows, parts)) else text

    def knows(self, name: str) -> bool:
        """Whether somebody is called exactly this."""
        return fold(name.strip()) in self._whole

    @cached_property
    def _whole(self) -> dict[str, Organisation]:
        known: dict[str, Organisation] = {}
        every = {row.pk: row for row in self._every}
        for former in FormerAddress.objects.all():
            known[fold(former.slug)] = every[former.organisation_id]
        for row in self._every:
            for name in (*row.aliases, row.slug, row.acronym, row.name):
                known[fold(name)] = row
        known.pop("", None)
        return known

    @cached_property
    def _every(self) -> list[Organisation]:
        rows = Organisation.objects.only("slug", "name", "acronym", "aliases")
        return [*rows.order_by("-pk")]

    def _one(self, name: str) -> Organisation:
        said = fold(name)
        if found := self._whole.get(said):
            return found
        begun = {row for known, row in self._whole.items() if known.startswith(said)}
        if len(begun) > 1:
            names = sorted(row.name for row in begun)
            raise ValueError(f"“{name}” may be {' or '.join(names[:4])}. Write more of its name.")
        if not begun:
            raise ValueError(
                f"There is no organisation “{name}” here. Choose one from the list, a semicolon "
                "between two, or have a coordinator add it to the reference data."
            )
        return begun.pop()
