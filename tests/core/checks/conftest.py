"""The real call, the tiny ones, and complete drafts in which nothing is found."""

from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft
from tests.core.complete import complete_draft, start_draft

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def library() -> Library:
    return Library((ROOT / "resources" / "calls", ROOT / "tests" / "packs" / "valid"))


@pytest.fixture(scope="session")
def pack(library: Library) -> Pack:
    return library.load_pack("ka2-2017")


@pytest.fixture(scope="session")
def school(pack: Pack) -> Draft:
    """Schools only (KA219), good practice, in Dutch, four organisations in four countries."""
    draft = start_draft(
        pack, kind="good-practice", field="school", language="nl", title="Samen lezen"
    )
    return complete_draft(draft, pack)


@pytest.fixture(scope="session")
def vet(pack: Pack) -> Draft:
    """Good practice in vocational education, in English, four organisations in four countries."""
    choices = {"kind": "good-practice", "field": "vet", "language": "en", "title": "Small boards"}
    return complete_draft(start_draft(pack, **choices), pack)
