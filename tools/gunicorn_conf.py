"""The web server's configuration, in production and in the demo. No log line holds an address."""

import gc
import logging
import os
import re
from pathlib import Path

from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"  # a slow reader of a long export holds up one thread, not the site
threads = 4
timeout = 60
preload_app = True  # the workers share the memory of what is loaded once
control_socket_disable = True  # nothing of ours talks to it, and it would lie in a home folder
if Path("/dev/shm").is_dir():  # noqa: S108 - a folder in memory, for the workers' heartbeat
    worker_tmp_dir = "/dev/shm"  # noqa: S108

errorlog = "-"
loglevel = "info"
accesslog = None if os.environ.get("DEMO") == "true" else "-"
# Time, method, path without the words that were searched for, status, bytes, milliseconds.
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s %(M)s"


def without_address(record: logging.LogRecord) -> bool:
    """Cut the reader's address, which gunicorn names when a request is malformed."""
    record.msg = re.sub(r"\bip=\S+", "a reader", str(record.msg))
    return True


class logger_class(Logger):  # noqa: N801 - the name that gunicorn looks for
    """Gunicorn's own log, without addresses."""

    def setup(self, cfg: object) -> None:
        super().setup(cfg)
        self.error_log.addFilter(without_address)


def pre_fork(server: Arbiter, worker: Worker) -> None:
    """What is loaded once is never garbage: looking through it takes as long as a page."""
    gc.freeze()


def when_ready(server: Arbiter) -> None:
    if address := os.environ.get("BASE_URL"):
        server.log.info("Ready: %s/", address.rstrip("/"))
