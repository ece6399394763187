"""What a screen reader is told of every page of a window, as JSON: `tree.py COMMAND …`.

Run by the Python of the system, which has the bindings of AT-SPI; the command is that of
`spoken_window.py`. It needs a session bus and a display.
"""

# pyright: basic, reportMissingImports=false
from __future__ import annotations

import json
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


def main() -> None:
    """Walk through every page and print what is there."""
    window = subprocess.Popen(
        sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    assert window.stdin is not None
    assert window.stdout is not None
    orders, answers = window.stdin, window.stdout

    def tell(line: str) -> str:
        orders.write(f"{line}\n")
        orders.flush()
        return answers.readline().strip()

    answers.readline()
    program = find_window()
    pages = {}
    ear = Ear()
    events = {}

    titles = {}

    def read(step: str) -> None:
        titles[step] = tell(step)
        pages[step] = [found for found in map(describe, walk(program)) if found["is_shown"]]

    for step in tell("steps").split("|"):
        read(step)
    for change in CHANGES:
        ear.forget()
        shown = tell(change)
        events[change] = {"shown": shown, "heard": ear.wait_for(shown)}
    for step in OTHERS:
        read(step)
    orders.close()
    window.wait()
    # The registry writes lines of its own before it.
    sys.stdout.write("\n" + json.dumps({"pages": pages, "titles": titles, "events": events}) + "\n")


if __name__ == "__main__":
    main()
