"""A window comes to rest in every width: no page is arranged anew without end."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from erasmus_desk.storage.settings import Settings
from tests.ui.editors import RESOURCES
from tests.ui.shared_program import SharedProgram

TURNS = 60
"""Turns of the event loop in which a window must be at rest."""
ALL = range(683, 1420, 11)


class Sizes(NamedTuple):
    """An example in a language and a type size, in windows of these sizes; without steps all."""

    example: str
    language: str
    widths: range
    heights: tuple[int, ...]
    scale: int = 100
    steps: tuple[str, ...] = ()


SWAYING = Sizes("schaduwkaart", "de", range(940, 970, 3), (560,), steps=("form:organisations",))
"""Widths in which the buttons over the table once changed with each turn."""
PROVED = (
    Sizes("schaduwkaart", "de", ALL, (560, 738)),
    Sizes("the-empty-chair", "fr", ALL, (738,), 150),
    Sizes("innovation-vet", "nl", ALL, (600,)),
)


class ResizeCounter(QObject):
    """Counts how often any widget gets another size."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - of Qt
        """Count and let pass."""
        self.count += event.type() is QEvent.Type.Resize
        return False


@pytest.mark.parametrize(
    "sizes", [SWAYING, *(pytest.param(one, marks=pytest.mark.prove) for one in PROVED)]
)
def test_a_page_comes_to_rest_in_each_size(
    shared_program: SharedProgram, qapp: QApplication, sizes: Sizes
) -> None:
    chosen = Settings(language=sizes.language, text_scale=sizes.scale)
    path = RESOURCES / "examples" / f"{sizes.example}.erasmus"
    window = shared_program.open(path, chosen=chosen).window
    window.setWindowState(Qt.WindowState.WindowNoState)
    counter = ResizeCounter()
    qapp.installEventFilter(counter)
    restless: list[tuple[str, int, int]] = []
    for step in sizes.steps or shared_program.editor.steps():
        shared_program.editor.show_step(step)
        for width, height in product(sizes.widths, sizes.heights):
            window.resize(width, height)
            if not comes_to_rest(counter):
                restless.append((step, width, height))
    qapp.removeEventFilter(counter)
    assert not restless


def comes_to_rest(counter: ResizeCounter) -> bool:
    """Return whether two turns in a row pass without another size, before too many are over."""
    still = 0
    for _ in range(TURNS):
        before = counter.count
        QApplication.processEvents()
        still = still + 1 if counter.count == before else 0
        if still == 2:
            return True
    return False
