from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class NoSignupAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator; nobody can make their own."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
