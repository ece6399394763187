"""Answers that the form has no question for any more, on the page of what is parked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from erasmus_desk.draft.model import Key
from erasmus_desk.storage.backups import Copies
from tests.ui.editors import dressed, library
from ui.pages.form.hidden_answers_page import ParkedPage
from ui.session.draft_manager import Keeper, OpenDraft

OLD = Path(__file__).parents[3] / "drafts" / "v1" / "plan-as-text.erasmus"


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(library(), tmp_path, None, Copies(tmp_path / "copies"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD, tmp_path / "old.erasmus"))


def shown(page: ParkedPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def opened_at(path: Path, keeper: Keeper, language: str = "en") -> OpenDraft:
    return keeper.open(path, language)


def test_an_old_draft_opens_with_the_plan_it_had_as_text(
    qapp: QApplication, keeper: Keeper, path: Path
) -> None:
    dressed(qapp)
    opened = opened_at(path, keeper)
    draft = opened.session.draft
    assert Key("io.text") not in draft.answers
    page = ParkedPage(opened.session)
    page.refresh()
    texts = shown(page)
    assert "Description of the outputs" in texts
    assert "O1, a sensor kit.\nO2, a guide — “open” to all." in texts
    assert sum("no question for these answers any more" in text for text in texts) == 1
    keeper.close(opened)


def test_what_was_kept_apart_is_in_the_file_after_the_next_change(
    qapp: QApplication, keeper: Keeper, path: Path
) -> None:
    dressed(qapp)
    opened = opened_at(path, keeper)
    orphans = opened.session.draft.orphans
    opened.session.edit(Key("prj.title"), "Sensors in school")
    assert keeper.close(opened)
    again = opened_at(path, keeper)
    assert again.session.draft.orphans == orphans
    assert again.session.draft.text("prj.title") == "Sensors in school"
    keeper.close(again)
