"""The icon of the application, in the window and in the files for Windows and macOS."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QApplication

from ui.controllers.application import ApplicationController

ROOT = Path(__file__).resolve().parents[3]
ICONS = ROOT / "resources" / "icons"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_icons", ROOT / ".ci" / "build_icons.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_images(content: bytes) -> list[QImage]:
    """Return the PNG files in an icon file, in their order."""
    head, end = b"\x89PNG", b"IEND\xaeB`\x82"
    images: list[QImage] = []
    while (begin := content.find(head)) >= 0:
        stop = content.index(end, begin) + len(end)
        images.append(QImage.fromData(QByteArray(content[begin:stop])))
        content = content[stop:]
    return images


@pytest.mark.parametrize(("suffix", "build"), [("ico", "build_ico"), ("icns", "build_icns")])
def test_an_icon_file_is_what_the_script_makes_of_the_drawings(
    qapp: QApplication, script: ModuleType, suffix: str, build: str
) -> None:
    kept = (ICONS / f"erasmus-desk.{suffix}").read_bytes()
    assert read_images(kept) == read_images(getattr(script, build)())
    sizes = script.ICO_SIZES if suffix == "ico" else tuple(script.ICNS_TYPES.values())
    assert tuple(one.width() for one in read_images(kept)) == sizes
    # Qt reads it as an icon too, with all its pictures.
    reader = QImageReader(str(ICONS / f"erasmus-desk.{suffix}"))
    assert reader.imageCount() == len(sizes)


def test_the_window_has_the_icon_in_every_size_that_is_asked_for(
    controller: ApplicationController,
) -> None:
    icon = controller.window.windowIcon()
    for size in (16, 24, 32, 48, 64, 128):
        image = icon.pixmap(size, size).toImage()
        assert image.width() == size
        # The ground of the drawing, at the middle of its left edge.
        assert image.pixelColor(size // 16, size // 2).name() == "#1d4e89"
