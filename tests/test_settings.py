"""Settings come from the environment, and a wrong or missing one names its remedy."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMPLETE = {
    "SECRET_KEY": "a-key",
    "ALLOWED_HOSTS": "tracker.example, www.tracker.example",
    "DATABASE_URL": "postgresql://app@%2Ftmp%2Fsockets/tracker",
    "EMAIL_HOST": "mail.tracker.example",
}


def load(
    show: str = "''", without: str | None = None, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Import the settings in a process of their own and print what `show` evaluates to."""
    variables = {"PATH": os.environ["PATH"], **COMPLETE, **changes}
    variables.pop(without or "", None)
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", f"from tracker import settings; print({show})"],
        env=variables,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_a_missing_setting_names_itself_and_the_remedy(name: str) -> None:
    for done in (load(without=name), load(**{name: ""})):
        last_line = done.stderr.strip().splitlines()[-1]
        assert f"The environment variable {name} is missing" in last_line
        assert ".env.example" in last_line
        assert "make demo" in last_line


@pytest.mark.parametrize(("name", "value"), [("HTTPS", "fasle"), ("EMAIL_PORT", "smtp")])
def test_a_setting_of_the_wrong_kind_is_refused(name: str, value: str) -> None:
    done = load(**{name: value})
    assert done.returncode == 1
    assert f"The environment variable {name} is '{value}'" in done.stderr


def test_another_database_is_refused() -> None:
    assert "must name a PostgreSQL database" in load(DATABASE_URL="sqlite:///tracker").stderr


def test_the_defaults_are_those_of_a_public_site() -> None:
    done = load(
        "settings.DEBUG, settings.DEMO, settings.TESTING, settings.TWO_PERSON_RULE,"
        "settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME,"
        "settings.BASE_URL"
    )
    assert done.stdout.strip() == (
        "False False False True True __Host-session __Host-csrf https://tracker.example"
    )


def test_the_content_security_policy_allows_nothing_unsafe() -> None:
    done = load("settings.CONTENT_SECURITY_POLICY")
    assert "'default-src': [\"'none'\"]" in done.stdout
    assert "unsafe" not in done.stdout


def test_a_request_is_believed_to_be_https_only_behind_a_proxy_of_ours() -> None:
    show = "getattr(settings, 'SECURE_PROXY_SSL_HEADER', None)"
    assert load(show).stdout.strip() == "None"
    assert "HTTP_X_FORWARDED_PROTO" in load(show, TRUSTED_PROXIES="1").stdout


def test_the_example_lists_every_variable() -> None:
    code = (ROOT / "tracker/settings.py").read_text() + (
        ROOT / "tools/gunicorn_conf.py"
    ).read_text()
    read = set(re.findall(r'(?:env|env_bool|env_int|environ\.get)\(\s*"([A-Z_]+)"', code))
    listed = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert read - listed == set()
    assert listed - read == {"POSTGRES_PASSWORD", "DATABASE_MEMORY"}
