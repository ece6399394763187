"""What is in a backup, in words, read without opening it as a proposal."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk import progress
from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import DeskError, DraftDamaged
from erasmus_desk.storage import drafts
from erasmus_desk.text_length import count_length

from ..i18n import plurals
from ..i18n.joined import join_parts


class BackupSummary(Struct, frozen=True):
    """The facts of a backup: title, names for its card, how full it is, and lines on its content.

    `name` is the acronym with the title, or one of them; `parts` are those of the form.
    """

    title: str
    name: str
    about: str
    answered: int
    required: int
    lines: tuple[str, ...]
    parts: tuple[str, ...]


class BackupReader:
    """Reads backups in one language, in whatever thread, one at a time."""

    def __init__(self, calls: tuple[Path, ...], language: str) -> None:
        """Read the calls of some folders, when they are first needed."""
        self._library = Library(calls)
        self._language = language

    def read(self, path: Path) -> BackupSummary | DeskError:
        """Return the facts of a backup, or why it cannot be opened."""
        try:
            draft = drafts.read(path).draft
            pack = self._library.load_pack(draft.pack.id, draft.pack.revision)
            texts = self._library.load_texts(pack.id, self._language, pack.revision)
        except DeskError as problem:
            return problem
        except (OSError, ValueError) as problem:
            return DraftDamaged(path=str(path), problem=str(problem))
        return self._summarise(draft, pack, texts)

    def _summarise(self, draft: Draft, pack: Pack, texts: Texts) -> BackupSummary:
        done = progress.compute_progress(draft, pack, run_checks(draft, pack))
        title, acronym = (draft.text(pack.role(role)) for role in ("title", "acronym"))
        untitled = QCoreApplication.translate("CardTexts", "Untitled proposal")
        named = (
            texts.get(f"kind.{draft.text(pack.role('kind'))}.short"),
            texts.get(f"field.{draft.text(pack.role('field'))}.name"),
            texts.get("pack.short"),
        )
        return BackupSummary(
            title=title,
            name=" – ".join(part for part in (acronym, title) if part) or untitled,
            about=join_parts(*named),
            answered=done.completion.required_answered,
            required=done.completion.required,
            lines=tuple(_list_lines(draft, pack)),
            parts=tuple(_list_parts(texts, done)),
        )


def _list_lines(draft: Draft, pack: Pack) -> list[str]:
    """Return who takes part, and how much is written."""
    listed, name = pack.role("organisations"), pack.role("organisation_name")
    names = [draft.text(name, item) for item in draft.items(listed)] if listed and name else []
    asked = pack.form.questions
    written = (
        draft.text(key.question, key.item)
        for key in draft.answers
        if key.question in asked and asked[key.question].type is QuestionType.TEXT
    )
    words = sum(count_length(text, "words") for text in written)
    return [line for line in (", ".join(filter(None, names)), plurals.words(words)) if line]


def _list_parts(texts: Texts, done: progress.Progress) -> list[str]:
    """Return how full each part of the form is that something is written in."""
    part = QCoreApplication.translate("BackupSummary", "{0}: {1} of {2} answered")
    return [
        part.format(
            texts.get(f"section.{step.section.id}.title") or step.section.id,
            step.completion.answered,
            step.completion.total,
        )
        for step in done.steps
        if step.completion.answered
    ]
