"""The whole configuration, in one file. Every difference between environments is a variable.

`.env.example` lists every variable with what it is for. The defaults are those of a public site:
HTTPS on, no demo accounts, two persons for every publication.
"""

import os
from pathlib import Path

import dj_database_url
import pghistory
import pgtrigger
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


def env(name: str, default: str | None = None) -> str:
    """The variable's value; without a value or a default, an error that names the remedy."""
    value = os.environ.get(name) or default
    if value is None:
        raise ImproperlyConfigured(
            f"The environment variable {name} is missing. Set it as .env.example shows, "
            "or start the site with `make demo`, which sets every variable."
        )
    return value


def env_bool(name: str, default: bool) -> bool:
    """`true` or `false`; any other word is an error, because a misspelt `fasle` must not pass."""
    value = env(name, str(default)).lower()
    if value not in {"true", "false"}:
        raise ImproperlyConfigured(
            f"The environment variable {name} is {value!r}. Set it to true or false: .env.example."
        )
    return value == "true"


def env_int(name: str, default: int) -> int:
    """A whole number, or an error that names the variable."""
    value = env(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(
            f"The environment variable {name} is {value!r}. Set it to a number: .env.example."
        )
    return int(value)


# What kind of site this is

DEBUG = env_bool("DEBUG", False)
DEMO = env_bool("DEMO", False)  # allows accounts whose passwords are printed
TESTING = env_bool("TESTING", False)  # set by `make test`: plain static files, fast passwords
HTTPS = env_bool("HTTPS", True)
TWO_PERSON_RULE = env_bool("TWO_PERSON_RULE", True)
FACET_INDEX = env("FACET_INDEX", "background")  # or inline (tests), or off: SQL answers
UPLOAD_LIMIT = env_int("UPLOAD_LIMIT_MB", 20) * 2**20  # bytes of a file that is looked at

SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in env("ALLOWED_HOSTS").split(",")]
BASE_URL = env("BASE_URL", f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0]}").rstrip("/")

# Application

INSTALLED_APPS = [
    "tracker",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_filters",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "template_partials",
    *(["zeal"] if TESTING else []),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "tracker.lib.open_answers.open_answers",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # below the headers, so that files get them too
    "tracker.lib.languages.languages_by_address",
    "tracker.staff.sessions.StaffSessionMiddleware",  # public pages know no session
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Data

DATABASE = dj_database_url.parse(env("DATABASE_URL"), conn_max_age=60, conn_health_checks=True)
if DATABASE.get("ENGINE") != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database: .env.example.")
# For a common word: the cost on a solid disk, and room to note rows, not pages, that have it.
OPTIONS = {"options": "-c random_page_cost=1.1 -c work_mem=16MB"}
DATABASES = {"default": {**DATABASE, "OPTIONS": OPTIONS | DATABASE.get("OPTIONS", {})}}
# In the database, so that allauth counts failed log-ins across all web processes.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}
PGHISTORY_APPEND_ONLY = True
PGHISTORY_LEVEL = pgtrigger.Statement
# On each event row: a context in a table of its own could be changed apart from its events.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()

# The API: read-only, the same for everyone, so that nobody is asked who they are

REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "tracker.api.errors.answered",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Recommendations to China on North Korean escapees",
    "VERSION": "1",
    "SERVERS": [{"url": BASE_URL}],
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
}

# Language and time

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ko", "한국어"), ("zh-hans", "简体中文")]  # of public pages
LOCALE_PATHS = [BASE_DIR / "tracker" / "locale"]
FORMAT_MODULE_PATH = "tracker.locale"
TIME_ZONE = "UTC"
USE_TZ = True

# Accounts: by e-mail only, nobody signs up

AUTH_USER_MODEL = "tracker.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if TESTING:  # the real hashers take a third of a second for each log-in
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/staff/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "tracker.staff.accounts.NoSignupAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator enters the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = ALLOWED_HOSTS[0]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
# The reader's address, which the log-in limits count by, is the one that our own proxy saw.
ALLAUTH_TRUSTED_PROXY_COUNT = env_int("TRUSTED_PROXIES", 0)

EMAIL_HOST = env("EMAIL_HOST", "" if DEMO or TESTING else None)
EMAIL_PORT = env_int("EMAIL_PORT", 587)
EMAIL_HOST_USER = env("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env_bool("EMAIL_USE_TLS", True)
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
CONTACT_EMAIL = env("CONTACT_EMAIL", "")  # where readers may write; without it no page says so
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", f"noreply@{ALLOWED_HOSTS[0]}")

# Cookies, of staff only: a public page sets none

_COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_COOKIE_PREFIX}session"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 30 * 60  # since the last request: tracker.staff.sessions
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = f"{_COOKIE_PREFIX}csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"

# Headers

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env_int("HSTS_SECONDS", 2 * 365 * 24 * 3600) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
if ALLAUTH_TRUSTED_PROXY_COUNT:  # only a proxy of ours may say that a request came by HTTPS
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {  # denied, except for passkeys
    "accelerometer": [],
    "autoplay": [],
    "browsing-topics": [],
    "camera": [],
    "clipboard-read": [],
    "clipboard-write": [],
    "compute-pressure": [],
    "display-capture": [],
    "encrypted-media": [],
    "fullscreen": [],
    "gamepad": [],
    "geolocation": [],
    "gyroscope": [],
    "hid": [],
    "idle-detection": [],
    "keyboard-map": [],
    "local-fonts": [],
    "magnetometer": [],
    "microphone": [],
    "midi": [],
    "otp-credentials": [],
    "payment": [],
    "picture-in-picture": [],
    "publickey-credentials-create": ["self"],
    "publickey-credentials-get": ["self"],
    "screen-wake-lock": [],
    "serial": [],
    "storage-access": [],
    "usb": [],
    "window-management": [],
    "xr-spatial-tracking": [],
}

# Static files

STATIC_URL = "static/"
STATIC_ROOT = Path(env("STATIC_ROOT", str(BASE_DIR / ".static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
_PLAIN_FILES = "django.contrib.staticfiles.storage.StaticFilesStorage"
_HASHED_FILES = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _PLAIN_FILES if DEBUG or TESTING else _HASHED_FILES},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG or TESTING

# Logs, to standard error. No line holds a reader's address.

_LOG_LEVEL = env("LOG_LEVEL", "WARNING")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": _LOG_LEVEL},
    "loggers": {
        # Django's own configuration would also send errors, with the whole request, by e-mail.
        "django": {"handlers": ["stderr"], "level": _LOG_LEVEL, "propagate": False},
        # Anybody can ask for a host that is not ours, and would fill the log with tracebacks.
        "django.security.DisallowedHost": {"handlers": ["stderr"], "level": "CRITICAL"},
    },
}
