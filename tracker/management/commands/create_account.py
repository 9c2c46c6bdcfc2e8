from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tracker.actions.accounts import set_up_account
from tracker.permissions import Role


class Command(BaseCommand):
    help = "Make an account, or reset one's role and password. Asks for the password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--role", choices=Role.values, default=Role.CONTRIBUTOR)
        parser.add_argument("--name", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        password = getpass("Password: ")
        try:
            validate_password(password)
            user = set_up_account(
                email=options["email"],
                name=options["name"],
                role=Role(options["role"]),
                password=password,
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(f"{user.email} can sign in as {user.get_role_display().lower()}.")
