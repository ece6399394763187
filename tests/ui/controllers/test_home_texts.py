"""The texts of the home page."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ui.controllers.home_texts import shorten_folder


def test_a_folder_in_the_home_folder_is_short_where_a_desktop_shows_it_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = Path.home() / "Documents" / "Erasmus Desk"
    monkeypatch.setattr(sys, "platform", "linux")
    assert shorten_folder(folder) == str(Path("~", "Documents", "Erasmus Desk"))
    monkeypatch.setattr(sys, "platform", "win32")
    assert shorten_folder(folder) == str(folder)
