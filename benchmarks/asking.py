"""Asking servers over HTTP, one connection a request as a reader's first visit takes."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import quote

HEADERS = {"X-Forwarded-Proto": "https"}  # as our proxy sends it
_SAFE = "/?&=%+:-"
TIMEOUT = 900


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    first_byte: float
    seconds: float


def ask(port: int, path: str, headers: Mapping[str, str] = {}) -> Answer:
    """The whole answer to a GET."""
    started = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        connection.request("GET", quote(path, safe=_SAFE), headers={**HEADERS, **headers})
        response = connection.getresponse()
        first = response.read(1)
        first_byte = time.perf_counter() - started
        body = first + response.read()
        told = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, told, body, first_byte, time.perf_counter() - started)
    finally:
        connection.close()


class Refused(Exception):  # noqa: N818 - it is an answer rather than a fault
    """What was asked for was answered with another status than 200."""


def page(port: int, path: str) -> Callable[[], Answer]:
    """Something to time: it insists on an answer with status 200."""

    def act() -> Answer:
        answer = ask(port, path)
        if answer.status != 200:
            raise Refused(answer.status)
        return answer

    return act


def always_anew(port: int, path: str) -> Callable[[], Answer]:
    """The same search with another needless exclusion each time, so that no memory answers it."""
    turns = iter(range(10**6))
    return lambda: page(port, f"{path} -zq{next(turns)}")()


def answers(port: int, path: str) -> bool:
    try:
        return ask(port, path).status < 500
    except OSError:
        return False


def total(answer: Answer) -> int:
    """The number in the heading of our list."""
    found = re.search(rb'id="count"[^>]*>(\d+)', answer.body)
    assert found
    return int(found[1])


def rate(port: int, path: str, headers: Mapping[str, str], *, requests: int = 400) -> float:
    """
    Requests a second over one connection, sent ahead of their answers.

    So the client, which is Python, does little more than receive bytes.
    """
    lines = {"Host": "127.0.0.1", **headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    request = f"GET {path} HTTP/1.1\r\n{head}\r\n".encode()
    last = f"GET {path} HTTP/1.1\r\n{head}Connection: close\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", port)) as client:
        sender = threading.Thread(target=client.sendall, args=[request * (requests - 1) + last])
        started = time.perf_counter()
        sender.start()
        received = bytearray()
        while piece := client.recv(1 << 20):
            received += piece
        took = time.perf_counter() - started
        sender.join()
    if (found := received.count(b"HTTP/1.1 ")) != requests:
        raise RuntimeError(f"{path}: {found} answers to {requests} requests")
    return requests / took
