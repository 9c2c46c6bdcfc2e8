from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from tracker.actions.accounts import set_up_account
from tracker.permissions import Role

ACCOUNTS = [
    (Role.CONTRIBUTOR, "contributor@example.org", "Demo contributor", "demo-contributor-2026"),
    (Role.COORDINATOR, "coordinator@example.org", "Demo coordinator", "demo-coordinator-2026"),
    (
        Role.ADMINISTRATOR,
        "administrator@example.org",
        "Demo administrator",
        "demo-administrator-2026",
    ),
]


class Command(BaseCommand):
    help = "Make one account per role and print the passwords. Only with DEMO=true."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "Demo accounts have public passwords, so they are made only with DEMO=true. "
                "For a real site, use `manage.py create_account`."
            )
        self.stdout.write("Demo accounts (never on a real site):")
        for role, email, name, password in ACCOUNTS:
            set_up_account(email=email, name=name, role=role, password=password)
            self.stdout.write(f"  {role.label:13}  {email:28}  {password}")
