from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tracker.actions.accounts import fixtures_account
from tracker.actions.seeding import SeedError, load_fixtures


class Command(BaseCommand):
    help = "Load fixtures/ and say what was added, changed, unchanged or kept, per noun."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load_fixtures(by=fixtures_account())
        except SeedError as error:
            raise CommandError(f"Nothing was loaded. Mend these in fixtures/:\n{error}") from None
        if not options["verbosity"]:
            return
        for noun, counts in report.counts.items():
            told = ", ".join(f"{counts[word]} {word}" for word in ("added", "changed", "unchanged"))
            kept = f", {counts['kept']} kept as edited here" if counts["kept"] else ""
            self.stdout.write(f"{noun.replace('_', ' '):18} {told}{kept}")
        for name in report.kept:
            self.stdout.write(f"Kept as edited here, though fixtures/ differs: {name}")
