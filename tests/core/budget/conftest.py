"""The real call, its words, and the sentences."""

from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def library() -> Library:
    return Library((ROOT / "resources" / "calls", ROOT / "tests" / "packs" / "valid"))


@pytest.fixture(scope="session")
def pack(library: Library) -> Pack:
    return library.load_pack("ka2-2017")


@pytest.fixture(scope="session")
def texts(library: Library) -> Texts:
    return library.load_texts("ka2-2017", "en")
