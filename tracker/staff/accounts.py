from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class NoSignupAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator; nobody can make their own."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": (
            "The address and the password do not belong together. Check both and try again, "
            "or ask for a new password below."
        ),
        "too_many_login_attempts": (
            "Too many attempts. Wait five minutes, then try again, or ask an administrator."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
