"""Everything the window shows has a name for a screen reader, and room for large type."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from erasmus_desk.storage.settings import Settings, ThemeMode
from tests.ui.access_walk import find_cut_off, find_unnamed
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES, LANGUAGES
from tests.ui.wording_walk import walk_window
from ui.dialogs.base import SCREEN_MARGIN, Dialog

SCREEN = QSize(1366, 768)
"""The smallest screen that is served."""
ROOM = SCREEN - SCREEN_MARGIN
each_case = pytest.mark.parametrize(
    ("example", "language", "text_scale"),
    [
        pytest.param(
            *(example, language, scale),
            id=f"{example.stem}-{language}-{scale}",
            # Each two of the three are in one of the cases that are no long proof.
            marks=[pytest.mark.prove] if (first + second + third) % 2 else [],
        )
        for (first, example), (second, language), (third, scale) in product(
            enumerate(EXAMPLES), enumerate(LANGUAGES), enumerate((100, 200))
        )
    ],
)


@each_case
def test_everything_has_a_name_and_room_on_a_small_screen(
    start_program: StartProgram, example: Path, language: str, text_scale: int
) -> None:
    controller = start_program(
        Settings(language=language, theme=ThemeMode.LIGHT, text_scale=text_scale)
    )
    controller.window.resize(ROOM)
    faults = [
        fault for name, part in walk_window(controller, example) for fault in _faults(name, part)
    ]
    assert "\n".join(faults) == ""
    assert controller.window.size() == ROOM


def _faults(name: str, part: QWidget) -> list[str]:
    if isinstance(part, Dialog):
        part.fit(ROOM)
    faults = [f"no name: {one}" for one in find_unnamed(part)]
    faults += [f"cut off: {one}" for one in find_cut_off(part)]
    if part.width() > ROOM.width() or part.height() > ROOM.height():
        faults.append(f"larger than the screen: {part.width()} x {part.height()}")
    return [f"{name}: {one}" for one in faults]
