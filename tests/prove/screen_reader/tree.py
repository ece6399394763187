"""What a screen reader is told of every page of a window, as JSON: `tree.py COMMAND …`.

Run by the Python of the system, which has the bindings of AT-SPI; the command is that of
`spoken_window.py`. It needs a session bus and a display. Nothing is waited for without a limit:
what does not end is named, and where the window is then is printed.
"""

# pyright: basic, reportMissingImports=false
from __future__ import annotations

import json
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30
"""Seconds until the window must have told that it is there."""
STARTED = 2
"""Seconds after which the window has told all that it tells later than its first page."""
PAGE_PATIENCE = 60
"""Seconds for a page to be shown, and again to be read."""
MOST_THINGS = 20_000
"""Things in a window: with more of them a reader would be lost."""
FAULT = "fault: "
OTHERS = ("home", "new")
CHANGES = ("over the limit", "check", "import", "apply", "not saved")
"""What changes something without the focus, see `spoken_window.py`."""


MOST_EVENTS = 20_000


class Ear:
    """Hears what is announced, as a screen reader does."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:announcement")

    def forget(self) -> None:
        """Forget what was announced so far."""
        for _ in range(MOST_EVENTS):
            if not GLib.MainContext.default().iteration(False):
                break
        self.heard = []

    def listen(self, seconds: float) -> None:
        """Take in what the window tells for some time, as a reader always does."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.001)

    def wait_for(self, words: str) -> list[str]:
        """Return what is announced until some words come, or patience ends."""
        until = time.monotonic() + PATIENCE
        context = GLib.MainContext.default()
        while words not in self.heard and time.monotonic() < until:
            context.iteration(False)
        heard, self.heard = self.heard, []
        return heard

    def _hear(self, event: Any) -> None:  # noqa: ANN401
        self.heard.append(str(event.any_data))


def find_window() -> Any:  # noqa: ANN401 - gi has no types
    """Return the program as the registry of AT-SPI knows it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(place)
            if found is not None and "Erasmus" in (found.get_name() or ""):
                return found
        time.sleep(0.1)
    sys.exit("the window did not tell that it is there")


def walk(thing: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield all that is in a thing, and itself."""
    yield thing
    for place in range(thing.get_child_count()):
        part = thing.get_child_at_index(place)
        if part is not None:
            yield from walk(part)


def read_page(program: Any, step: str) -> list[dict[str, object]]:  # noqa: ANN401
    """Return what is told of a page; a window that has no end ends the program in words."""
    told: list[dict[str, object]] = []
    until = time.monotonic() + PAGE_PATIENCE
    for number, thing in enumerate(walk(program)):
        found = describe(thing)
        if found["is_shown"]:
            told.append(found)
        if number > MOST_THINGS or time.monotonic() > until:
            last = f"the last is {found['role']} {found['name']!r}"
            sys.exit(f"{step}: {number} things in {PAGE_PATIENCE} s and no end, {last}")
    return told


def describe(thing: Any) -> dict[str, object]:  # noqa: ANN401
    """Return what a screen reader would read of it."""
    states = thing.get_state_set()
    labels = [
        relation.get_target(place).get_name()
        for relation in thing.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for place in range(relation.get_n_targets())
    ]
    return {
        "role": thing.get_role_name(),
        "name": thing.get_name() or "",
        "labels": labels,
        "is_shown": states.contains(Atspi.StateType.SHOWING),
        "is_control": states.contains(Atspi.StateType.FOCUSABLE),
    }


class Window:
    """The process with the window."""

    def __init__(self, command: list[str]) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
        self.tell("")

    def tell(self, order: str) -> str:
        """Give an order and return the answer. Without one the program ends in words."""
        orders, answers = self._process.stdin, self._process.stdout
        assert orders is not None
        assert answers is not None
        if order:
            orders.write(f"{order}\n")
            orders.flush()
        if not select.select([answers], [], [], PAGE_PATIENCE)[0]:
            self._process.send_signal(signal.SIGUSR1)
            time.sleep(1)
            self._process.kill()
            sys.exit(f"{order or 'start'}: no answer in {PAGE_PATIENCE} s")
        answer = answers.readline()
        if not answer or answer.startswith(FAULT):
            self._process.kill()
            sys.exit(f"{order or 'start'}: {answer.strip() or 'the window ended'}")
        return answer.strip()

    def close(self) -> None:
        """End the window as its user does."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(PAGE_PATIENCE)


def main() -> None:
    """Walk through every page and print what is there."""
    window = Window(sys.argv[1:])
    program = find_window()
    pages, events, titles = {}, {}, {}
    ear = Ear()

    def read(step: str) -> None:
        titles[step] = window.tell(step)
        pages[step] = read_page(program, step)

    steps = window.tell("steps").split("|")
    # A reader asks as soon as the first page is there; titles are told anew a little later.
    window.tell(steps[0])
    read_page(program, steps[0])
    ear.listen(STARTED)
    for step in steps:
        read(step)
    for change in CHANGES:
        ear.forget()
        shown = window.tell(change)
        events[change] = {"shown": shown, "heard": ear.wait_for(shown)}
    for step in OTHERS:
        read(step)
    window.close()
    # The registry writes lines of its own before it.
    sys.stdout.write("\n" + json.dumps({"pages": pages, "titles": titles, "events": events}) + "\n")


if __name__ == "__main__":
    main()
