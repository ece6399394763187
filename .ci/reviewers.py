"""Two reviewers for the pictures: what they write into a Word file of ours, and what they say."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Key, Step
from erasmus_desk.draft.review_state import Note, Sending, Thread, Waiting, Why
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from ui.main_window.editor import Desk

SUMMARY = Key("sum.text")
BODY, PROPERTIES = "word/document.xml", "docProps/core.xml"
ANN, BO = "Ann Example", "Bo Voorbeeld"


def returned(desk: Desk, made: export.Made, folder: Path) -> tuple[Path, Path]:
    """Give the files as both send them back; one change meets one of ours."""
    session = desk.session
    text = session.draft.text(SUMMARY.question)
    line = max(text.splitlines(), key=len)
    first, last = " ".join(line.split()[:3]), " ".join(line.split()[-4:])
    ann = _saved(made.content, ANN, {first: f"{first}, since 2016,"})
    bo = _saved(made.content, BO, {last: f"{last} (n = 96)", first: f"In short: {first}"})
    session.edit(SUMMARY, text.replace(first, f"{first} (two of them)", 1))
    paths = folder / "ann.docx", folder / "bo.docx"
    for path, content in zip(paths, (ann, bo), strict=True):
        path.write_bytes(content)
    return paths


def wish() -> export.Wish:
    """Give how the file is made that they read."""
    return export.Wish(Profile.QUESTIONS)


def feedback(desk: Desk) -> None:
    """Let files be away, comments be there, and something wait."""
    session = desk.session
    at = "2026-11-22T10:00:00+00:00"
    partner = session.draft.items(session.pack.role("organisations"))[1]
    sending = Sending("s1", "0", "partners", "Scuola Esempio", at, partner, date(2026, 12, 1))
    notes = (
        Note("n1", ANN, at, "Which survey does this rest on?"),
        Note("n2", BO, at, "The one of spring 2016."),
    )
    thread = Thread("t1", SUMMARY, "our learners", is_done=False, notes=notes)
    text = "Our workshop could host the second training."
    waiting = Waiting("w1", Why.UNPLACED, text, near=SUMMARY, author=ANN, at=at, file="ann.docx")
    draft = session.draft
    changes = (
        *review_state.sent_out(draft, sending).changes,
        *review_state.thread_put(draft, thread),
        *review_state.tray_put(draft, (waiting,)),
    )
    session.perform(Step(changes, "example"))


def _saved(content: bytes, author: str, replaced: dict[str, str]) -> bytes:
    """Give a file with other words in it, saved by somebody."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == BODY:
                for before, after in replaced.items():
                    text = text.replace(before.encode(), after.encode(), 1)
            if name == PROPERTIES:
                head, tag, rest = text.partition(b"<cp:lastModifiedBy>")
                text = head + tag + author.encode() + b"<" + rest.partition(b"<")[2]
            new.writestr(name, text)
    return made.getvalue()
