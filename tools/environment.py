"""What tracker/settings.py asks for, where no site is run: in tests, in checks and in the demo."""

import os
import secrets
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".localdb"


def testing() -> dict[str, str]:
    """Tests speak plain HTTP and keep their static files plain."""
    return {
        "SECRET_KEY": "for-tests-only",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "HTTPS": "false",
        "TESTING": "true",
    }


def public() -> dict[str, str]:
    """A public site, as `check --deploy` should see one."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "tracker.example",
        "EMAIL_HOST": "mail.tracker.example",
    }


def demo(port: str) -> dict[str, str]:
    """A trial on plain HTTP that only this machine reaches."""
    return {
        "SECRET_KEY": kept_secret_key(),
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "BIND": f"127.0.0.1:{port}",
        "HTTPS": "false",
        "DEMO": "true",
    }


def kept_secret_key() -> str:
    """A key of this copy's own, kept so that a restart logs nobody out."""
    path = STATE / "secret-key"
    if not path.exists():
        STATE.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def use(settings: dict[str, str]) -> None:
    """Set what the environment does not have already."""
    for name, value in {"DJANGO_SETTINGS_MODULE": "tracker.settings", **settings}.items():
        os.environ.setdefault(name, value)
