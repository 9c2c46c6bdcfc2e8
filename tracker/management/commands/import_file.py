from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.urls import reverse

from tracker.actions.base import Conflict
from tracker.actions.imports import confirm_import, undo_import
from tracker.filters.imports import imports_listed, tabs_of
from tracker.filters.staged_rows import faults_of
from tracker.forms.import_file import TerminalForm
from tracker.imports.asks import Refused, Wanted
from tracker.imports.opening.files import open_file
from tracker.imports.staging import stage
from tracker.imports.uploads import as_remembered
from tracker.models import Import

MOST = 10 * settings.UPLOAD_LIMIT  # bytes: whoever has this terminal has the machine
_OPTIONS = {  # of the reading, as the page of an upload has them
    "state": "The State under review, by its short name; else china.",
    "encoding": "Of a CSV or text file, such as mac-roman; else found.",
    "cycle": "The review of every row, by its short name.",
    "document": "The document that asks, by its symbol or short name.",
    "replies": "The document with China’s replies, by its symbol or short name.",
    "answered-on": "When China answered: 2024-07-04 or 2024.",
    "reason": "Why published records are to change; needed where any would.",
}
_NOT_WRITTEN = "Nothing was written, and nothing is staged."


class Command(BaseCommand):
    help = (
        "Read a file as the page “Import” does and say what would happen. It is staged, and "
        "written only with --confirm. --undo takes back what an import wrote."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", nargs="?", help="The file; its kind is told by what it holds.")
        parser.add_argument("--by", required=True, help="The e-mail address of your account.")
        parser.add_argument("--as", dest="source", choices=Import.Source.values,
                            help="What kind of file it is; else found.")  # fmt: skip
        for name, words in _OPTIONS.items():
            parser.add_argument(f"--{name}", default="", help=words)
        parser.add_argument("--column", action="append", default=[], metavar="HEADING=MEANING",
                            help="What a column of another table means, such as Ask=text; one "
                            "option for each.")  # fmt: skip
        parser.add_argument("--confirm", action="store_true",
                            help="Write it, if no row has an error.")  # fmt: skip
        parser.add_argument("--clean-only", action="store_true",
                            help="With --confirm: leave out rows with errors.")  # fmt: skip
        parser.add_argument("--undo", metavar="KEY", default="",
                            help="Take back the import of this key instead.")  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["path"]) == bool(options["undo"]):
            raise CommandError("Name either a file, or with --undo the key of an import.")
        form = TerminalForm(options)
        if not form.is_valid():
            raise CommandError("\n".join(form.faults))
        try:
            with transaction.atomic():
                self._undo(form, options) if options["undo"] else self._bring(form, options)
        except (Refused, Conflict) as refused:
            raise CommandError(f"{refused}\n{_NOT_WRITTEN}") from None
        except ValidationError as error:
            raise CommandError("\n".join([*error.messages, _NOT_WRITTEN])) from None
        except PermissionDenied as denied:
            why = str(denied) or "This account may not do that."
            raise CommandError(f"{why}\n{_NOT_WRITTEN}") from None

    def _bring(self, form: TerminalForm, options: dict[str, Any]) -> None:
        path, given = Path(options["path"]), form.cleaned_data
        wanted = Wanted(
            state=given["state"].name,
            encoding=given["encoding"],
            source=given["source"],
            columns=_columns(options["column"]),
        )
        opened = open_file(path, path.name, MOST)
        imported = stage(
            opened, wanted=wanted, settings=form.said, by=given["by"], progress=self.stderr.write
        )
        imported = as_remembered(imported, wanted=wanted, by=given["by"])
        self._say_what_would_be(imported)
        if options["confirm"]:
            self._confirm(imported, form, clean_only=options["clean_only"])
        else:
            page = reverse("staff:import", args=[imported.key])
            self.stdout.write(
                f"Staged as {imported.key}; no record has changed. Read it at "
                f"{settings.BASE_URL}{page}, or bring the file in again with --confirm."
            )

    def _confirm(self, imported: Import, form: TerminalForm, *, clean_only: bool) -> None:
        given = form.cleaned_data
        imported = confirm_import(
            imported=imported, by=given["by"], reason=given["reason"], clean_only=clean_only
        )
        written = imported.rows.filter(is_written=True).count()
        self.stdout.write(f"Confirmed: {written:,} rows written. Undo: --undo {imported.key}")
        self._say_what_was_left(imported)

    def _undo(self, form: TerminalForm, options: dict[str, Any]) -> None:
        imported = imports_listed().filter(key=options["undo"]).first()
        if imported is None:
            raise CommandError(f"There is no import “{options['undo']}”. Look at its page.")
        undo_import(imported=imported, by=form.cleaned_data["by"])
        self.stdout.write(f"Undone: {imported}.")
        self._say_what_was_left(imported)

    def _say_what_would_be(self, imported: Import) -> None:
        self.stdout.write(f"{imported.get_source_display()}: {imported.file_name}")
        self._list(imported.told)
        for tab in tabs_of(imported):
            self.stdout.write(f"{tab.label + ':':22}{tab.count:>7,}")
        for kind, added in imported.additions.items():
            named = (row.get("name") or row.get("title") or row["slug"] for row in added)
            self.stdout.write(f"New {kind}: {'; '.join(named)}")
        for group in faults_of(imported):
            column = f" in {group.where}" if group.where else ""
            more = f" and {group.more:,} more" if group.more else ""
            self.stdout.write(f"{group.what}{column} ×{group.count:,}")
            self._list([
                f"at {', '.join(group.places)}{more}", f"expected: {group.expected}", group.mend
            ])  # fmt: skip

    def _say_what_was_left(self, imported: Import) -> None:
        rows = imported.rows.exclude(left_because="")
        left = Counter(rows.values_list("left_because", flat=True))
        self._list(f"Left as it was ×{count:,}: {why}" for why, count in left.most_common())

    def _list(self, lines: Iterable[str]) -> None:
        for line in filter(None, lines):
            self.stdout.write(f"  {line}")


def _columns(said: list[str]) -> dict[str, str]:
    pairs = [one.rpartition("=") for one in said]
    if wrong := [one for one, (heading, _, meaning) in zip(said, pairs, strict=True)
                 if not heading or not meaning]:  # fmt: skip
        raise Refused(f"--column {wrong[0]}: write the heading, “=” and what it means.")
    return {heading: meaning for heading, _, meaning in pairs}
