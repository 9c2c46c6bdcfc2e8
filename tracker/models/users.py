from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac

from tracker.permissions import ROLE_PERMISSIONS, Permission, Role

from .fields import ChoiceField
from .history import tracked


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A person who signs in with `email`; without a password the account cannot sign in."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email__iexact=email)


@tracked(None, exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """
    A member of staff of a partner organisation. Never shown on a public page.

    What they may do is their role's, in `tracker.permissions`.
    """

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=150, blank=True)
    role = ChoiceField(choices=Role, default=Role.NONE)
    is_active = models.BooleanField(default=True)
    is_system = models.BooleanField(
        default=False, help_text="Not a person: the account that loads the fixtures."
    )
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = UserManager()

    class Meta:
        ordering = ["email"]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def handle(self) -> str:
        """What names this person in an address: it tells nobody who they are."""
        return salted_hmac(__name__, str(self.pk)).hexdigest()[:12]

    def may(self, permission: Permission) -> bool:
        return self.is_active and permission in ROLE_PERMISSIONS[self.role]
