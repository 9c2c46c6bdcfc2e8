"""nginx with the configuration that we ship, adapted to this machine."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .asking import answers
from .places import ROOT, free_port, serving

FILES = "/files/"
_CHANGES = [
    (r"/tmp/", "{folder}/"),  # noqa: S108
    (r"server web:8000;", "server 127.0.0.1:{web};"),
    (r"listen 8080 default_server;", "listen 127.0.0.1:{spare};"),
    (r"listen 8443 ssl http2 default_server;", "listen 127.0.0.1:{port};"),
    (r"\n\s+ssl_[^\n]*", ""),  # the same work for a cached page and for a file
    (r"rate=20r/s", "rate=1000000r/s"),  # what is measured here is a harvester
    (r"burst=100 ", "burst=1000000 "),
    (r"(\n +location / \{{)", "\n        location {files} {{ alias {folder}{files}; }}\n\\1"),
]


def program() -> str | None:
    return shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")


@contextmanager
def proxy(nginx: str, web: int, folder: Path) -> Iterator[int]:
    """The proxy before the web server at a port; it serves what lies in `folder`/files/, too."""
    port = free_port()
    here = {"folder": folder, "web": web, "spare": free_port(), "port": port, "files": FILES}
    text = (ROOT / "docs" / "deploy" / "nginx.conf").read_text()
    for old, new in _CHANGES:
        text, found = re.subn(old.format() if "{{" in old else old, new.format(**here), text)
        if not found:
            raise RuntimeError(f"docs/deploy/nginx.conf has no {old} any more")
    if os.getuid() == 0:
        text = f"user root;\n{text}"
    (folder / "nginx.conf").write_text(text)
    command: list[str | Path] = [nginx, "-c", folder / "nginx.conf", "-g", "daemon off;"]
    with serving(command, lambda: answers(port, FILES)):
        yield port
