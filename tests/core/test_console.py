"""What a command prints into a file or for another program."""

from __future__ import annotations

import errno
import io
import sys

import pytest

from erasmus_desk import console


@pytest.mark.parametrize(
    ("system", "chosen", "encoding"),
    [("win32", "", "utf-8"), ("win32", "cp1252", "cp1252"), ("linux", "", "cp1252")],
)
def test_what_is_piped_on_windows_is_utf_8_unless_the_user_chose_something_else(
    monkeypatch: pytest.MonkeyPatch, system: str, chosen: str, encoding: str
) -> None:
    pipe = io.BytesIO()
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(pipe, encoding="cp1252"))
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    if chosen:
        monkeypatch.setenv("PYTHONIOENCODING", chosen)
    console.prepare_streams()
    sys.stdout.write("Żółw né\n")
    sys.stdout.flush()
    printed = pipe.getvalue().decode(encoding).rstrip()
    assert printed == ("Żółw né" if encoding == "utf-8" else r"\u017bó\u0142w né")


@pytest.mark.parametrize(
    ("system", "error", "is_closed"),
    [
        ("linux", errno.EPIPE, True),
        ("linux", errno.EINVAL, False),
        ("win32", errno.EINVAL, True),
        ("win32", errno.ENOSPC, False),
    ],
)
def test_a_pipe_that_nobody_reads_is_known_by_the_error_of_the_system(
    monkeypatch: pytest.MonkeyPatch, system: str, error: int, is_closed: bool
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert console.is_closed_pipe(OSError(error, "as the system says it")) == is_closed
