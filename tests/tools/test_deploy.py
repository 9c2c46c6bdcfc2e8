"""What the README says of running it for real: compose, the image, the proxy."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE_FILE = (ROOT / "docker-compose.yml").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load(COMPOSE_FILE)
SERVICES: dict[str, Any] = COMPOSE["services"]
EXAMPLE = (ROOT / ".env.example").read_text()
DOCKERFILE = (ROOT / "Dockerfile").read_text()
README = (ROOT / "README.md").read_text()
NGINX_FILE = ROOT / "docs/deploy/nginx.conf"
ONCE = {"setup", "certificate"}
LASTING = {"db", "web", "proxy"}


def mounts(service: str) -> dict[str, str]:
    """What a service has from outside, by where it stands inside."""
    pairs = [mount.split(":")[:2] for mount in SERVICES[service].get("volumes", [])]
    return {inside: outside for outside, inside in pairs}


# Variables


def test_every_variable_of_compose_is_explained_in_the_example() -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", COMPOSE_FILE))
    listed = set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE, re.MULTILINE))

    assert asked - listed == set()


def test_every_variable_of_the_example_reaches_the_application_or_is_not_for_it() -> None:
    listed = set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE, re.MULTILINE))
    ours = {
        "POSTGRES_PASSWORD",
        "DATABASE_MEMORY",
        "STATIC_ROOT",
        "HTTPS",
        "DEBUG",
        "DEMO",
        "TESTING",
    }

    assert listed - set(COMPOSE["x-app"]["environment"]) == ours


def test_defaults_are_those_of_the_example() -> None:
    defaults = dict(re.findall(r"\$\{([A-Z_]+):-([^}]+)\}", COMPOSE_FILE))
    shown = dict(re.findall(r"^#([A-Z_]+)=(.+)$", EXAMPLE, re.MULTILINE))

    assert {name: shown[name] for name in defaults} == defaults


def test_what_has_no_default_is_asked_for_by_name_and_named_in_the_readme() -> None:
    needed = set(re.findall(r"\$\{([A-Z_]+):\?set it in .env, see .env.example\}", COMPOSE_FILE))

    assert needed == {"SECRET_KEY", "ALLOWED_HOSTS", "POSTGRES_PASSWORD", "EMAIL_HOST"}
    assert all(f"`{name}`" in README for name in needed)
    assert not re.findall(r"\$\{[A-Z_]+\}", COMPOSE_FILE), "a variable without default or message"


# Services


def test_the_services_are_those_of_the_readme() -> None:
    assert set(SERVICES) == ONCE | LASTING
    assert "runs PostgreSQL 17, the application and nginx" in README
    assert SERVICES["db"]["image"].startswith("postgres:17")
    assert "nginx" in SERVICES["proxy"]["image"]
    for service in re.findall(r"docker compose (?:exec(?: -T)?|logs|stop|restart) (\w+)", README):
        assert service in SERVICES


def test_what_lasts_starts_again_and_what_runs_once_does_not() -> None:
    assert {name for name, service in SERVICES.items() if "restart" in service} == LASTING


def test_each_waits_for_what_it_needs() -> None:
    waits = {
        (name, other, how["condition"])
        for name, service in SERVICES.items()
        for other, how in service.get("depends_on", {}).items()
    }

    assert waits == {
        ("setup", "db", "service_healthy"),
        ("web", "setup", "service_completed_successfully"),
        ("proxy", "web", "service_healthy"),
        ("proxy", "certificate", "service_completed_successfully"),
    }
    for _, other, condition in waits:
        assert ("healthcheck" in SERVICES[other]) == (condition == "service_healthy")


def test_each_start_brings_tables_up_to_date_and_loads_the_fixtures() -> None:
    commands = re.findall(r"manage.py (\w+)", " ".join(SERVICES["setup"]["command"]))

    assert commands == ["migrate", "createcachetable", "seed"]


def test_only_the_proxy_is_reached_from_outside() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    listening = set(re.findall(r"listen (\d+)", NGINX_FILE.read_text()))

    assert list(published) == ["proxy"]
    assert published["proxy"] == ["80:8080", "443:8443"]
    assert {port.split(":")[1] for port in published["proxy"]} == listening
    assert COMPOSE["networks"]["back"]["internal"] is True
    assert SERVICES["db"]["networks"] == ["back"]
    assert "network_mode" not in SERVICES["db"]


def test_nothing_gains_a_right_and_only_the_database_writes_to_its_disk() -> None:
    for name, service in SERVICES.items():
        assert "privileged" not in service, name
        assert "no-new-privileges:true" in service["security_opt"], name
        if name != "db":
            assert service["read_only"] is True, name
            assert service["cap_drop"] == ["ALL"], name


def test_data_and_files_are_where_the_readme_says() -> None:
    assert mounts("db") == {"/var/lib/postgresql/data": "database"}
    assert "database" in COMPOSE["volumes"]
    assert mounts("certificate") == {"/certificates": "./certificates"}
    proxy = mounts("proxy")
    assert proxy["/etc/nginx/nginx.conf"] == "./docs/deploy/nginx.conf"
    assert proxy["/etc/nginx/certificates"] == "./certificates"
    assert all(mount.endswith(":ro") for mount in SERVICES["proxy"]["volumes"])
    configuration = NGINX_FILE.read_text()
    for name in ("fullchain.pem", "privkey.pem"):
        assert f"/etc/nginx/certificates/{name};" in configuration
        assert name in README


def test_the_database_is_the_one_that_is_backed_up() -> None:
    settings = SERVICES["db"]["environment"]
    user, name = settings["POSTGRES_USER"], settings["POSTGRES_DB"]

    assert f"pg_dump -U {user} --format=custom {name}" in README
    assert re.search(
        rf"postgresql://{user}:\$.*@db:5432/{name}$",
        COMPOSE["x-app"]["environment"]["DATABASE_URL"],
    )


# The image


def test_the_image_ends_as_a_user_of_its_own_and_holds_no_secret() -> None:
    last_stage = DOCKERFILE.rsplit("\nFROM ", 1)[1]
    users = re.findall(r"^USER (\S+)", last_stage, re.MULTILINE)
    made = re.search(r"useradd --uid (\d+)", last_stage)

    assert made
    assert users[-1] == made[1] != "0"
    assert last_stage.index("\nUSER ") > last_stage.rindex("\nRUN "), "what runs after it is USER’s"
    assert not re.search(r"^(ENV|ARG).*(SECRET|PASSWORD)", DOCKERFILE, re.MULTILINE)


def test_the_image_has_all_that_is_copied_into_it_and_all_that_is_started() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    sources = {source for line in copied for source in line.split()}

    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert {"tools/gunicorn_conf.py", "tools/certificate.py", "fixtures", "manage.py"} <= sources
    assert SERVICES["certificate"]["command"][1] in sources
    assert "--require-hashes" in DOCKERFILE


# The proxy


def test_the_proxy_takes_nobodys_word_for_an_address_and_logs_none() -> None:
    configuration = NGINX_FILE.read_text()
    log_format = re.search(r"log_format plain (.+?);", configuration, re.DOTALL)

    assert "proxy_set_header X-Forwarded-For $remote_addr;" in configuration
    assert "proxy_set_header X-Forwarded-Proto https;" in configuration
    assert COMPOSE["x-app"]["environment"]["TRUSTED_PROXIES"] == "1"
    assert log_format
    assert not re.search(r"remote_|forwarded|\$request\b|args|referer|agent", log_format[1])
    for log in re.findall(r"(?:access|error)_log ([^;]+);", configuration):
        assert log in {"/dev/stdout plain", "stderr emerg"}


def test_nginx_takes_the_configuration(tmp_path: Path) -> None:
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not nginx:
        pytest.skip("nginx is not on this system: apt-get install nginx-light")
    subprocess.run(
        [sys.executable, ROOT / "tools/certificate.py", tmp_path],
        env={"ALLOWED_HOSTS": "tracker.example"},
        check=True,
        capture_output=True,
    )
    here = NGINX_FILE.read_text()
    for there, ours in {
        "/tmp/": f"{tmp_path}/",  # noqa: S108 - what the container has in memory
        "/etc/nginx/certificates/": f"{tmp_path}/",
        "server web:8000;": "server 127.0.0.1:8000;",
    }.items():
        assert there in here
        here = here.replace(there, ours)
    (tmp_path / "nginx.conf").write_text(here)

    done = subprocess.run(
        [nginx, "-t", "-q", "-p", tmp_path, "-c", tmp_path / "nginx.conf"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
