"""Django's admin on the same models: what a quick build gives."""

from tracker.settings import *  # noqa: F403, TID251
from tracker.settings import INSTALLED_APPS, STORAGES  # noqa: TID251

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "benchmarks.admin"
SECURE_SSL_REDIRECT = False
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
