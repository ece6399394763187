"""Everything the window shows has a name for a screen reader, and room for large type."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from erasmus_desk.storage.settings import Settings, Theme
from tests.ui.access_walk import cut_off, unnamed
from tests.ui.conftest import MakeOffice
from tests.ui.editors import EXAMPLES, LANGUAGES
from tests.ui.wording_walk import places
from ui.dialogs.base import AROUND, Dialog

SCREEN = QSize(1366, 768)
"""The smallest screen that is served."""
ROOM = SCREEN - AROUND
each_case = pytest.mark.parametrize(
    ("example", "language", "text_scale"),
    [(one, language, scale) for one in EXAMPLES for language in LANGUAGES for scale in (100, 200)],
    ids=lambda part: part.stem if isinstance(part, Path) else str(part),
)


@each_case
def test_everything_has_a_name_and_room_on_a_small_screen(
    make_office: MakeOffice, example: Path, language: str, text_scale: int
) -> None:
    office = make_office(Settings(language=language, theme=Theme.LIGHT, text_scale=text_scale))
    office.window.resize(ROOM)
    faults = [fault for name, part in places(office, example) for fault in _faults(name, part)]
    assert "\n".join(faults) == ""
    assert office.window.size() == ROOM


def _faults(name: str, part: QWidget) -> list[str]:
    if isinstance(part, Dialog):
        part.fit(ROOM)
    told = [f"no name: {one}" for one in unnamed(part)]
    told += [f"cut off: {one}" for one in cut_off(part)]
    if part.width() > ROOM.width() or part.height() > ROOM.height():
        told.append(f"larger than the screen: {part.width()} x {part.height()}")
    return [f"{name}: {one}" for one in told]
