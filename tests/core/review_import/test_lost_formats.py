"""What plain text cannot have: the words of a table stay in their answer, and it is told."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.result import FormatLoss, ImportResult, LossKind, MergeStatus
from tests.core.desk_process import run_copy
from tests.core.review_import.exported import RESOURCES, exported
from tests.core.review_import.importing import import_into, read_example

NAME = "goede-praktijk-school"
RATIONALE = Key("des.rationale")
BODY = "word/document.xml"
RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
LOWERED = '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr>'
CONTROL = re.compile(r"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt(?:Content)?>", re.DOTALL)


def build_cell(text: str) -> str:
    return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def build_table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(map(build_cell, row)) for row in rows)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{body}</w:tbl>'


TABLE = build_table(("Week", "Task"), ("1", "Measure the room"))


def change_answer(body: str, change: Callable[[str], str]) -> str:
    """Return the body with the content of the answer changed."""
    start = body.index(f'<w:tag w:val="{RATIONALE}"/>')
    begin = body.index("<w:sdtContent>", start)
    end = body.index("</w:sdtContent>", begin)
    return body[:begin] + change(body[begin:end]) + body[end:]


def add_behind_first(added: str) -> Callable[[str], str]:
    """Return a change that adds something behind the first paragraph."""
    return lambda content: content.replace("</w:p>", f"</w:p>{added}", 1)


def write(path: Path, change: Callable[[str], str]) -> None:
    with zipfile.ZipFile(BytesIO(exported(NAME))) as sent, zipfile.ZipFile(path, "w") as edited:
        for part in sent.infolist():
            content = sent.read(part)
            edited.writestr(
                part, change(content.decode()).encode() if part.filename == BODY else content
            )


def import_changed(path: Path, change: Callable[[str], str]) -> ImportResult:
    write(path, change)
    return import_into(read_example(NAME), path)


@pytest.mark.parametrize("has_controls", [True, False])
def test_a_table_inside_an_answer_stays_as_rows_and_is_told(
    tmp_path: Path, *, has_controls: bool
) -> None:
    def change(body: str) -> str:
        changed = change_answer(body, add_behind_first(TABLE))
        return changed if has_controls else CONTROL.sub("", changed)

    result = import_changed(tmp_path / "back.docx", change)
    (answer,) = result.answers
    assert (answer.key, answer.status) == (RATIONALE, MergeStatus.PROPOSED)
    assert isinstance(answer.merged, str)
    assert "\nWeek\tTask\n1\tMeasure the room\n" in answer.merged
    assert answer.merged.replace("Week\tTask\n1\tMeasure the room\n", "") == answer.mine
    assert result.losses == (FormatLoss(RATIONALE, LossKind.TABLE, "Week | Task", "back.docx"),)
    assert (result.rows, result.unresolved) == ((), ())


def test_a_table_in_a_table_keeps_its_words(tmp_path: Path) -> None:
    inner = build_table(("a", "b"))
    outer = TABLE.replace("<w:p><w:r><w:t>Measure the room</w:t></w:r></w:p>", f"{inner}<w:p/>")

    result = import_changed(
        tmp_path / "back.docx", lambda body: change_answer(body, add_behind_first(outer))
    )
    (answer,) = result.answers
    assert isinstance(answer.merged, str)
    assert "\nWeek\tTask\n1\ta b\n" in re.sub(" +\n", "\n", answer.merged)
    assert [one.kind for one in result.losses] == [LossKind.TABLE]


def add_words(*runs: str) -> Callable[[str], str]:
    """Return a change that adds a paragraph of runs; their text is in square brackets."""
    words = "".join(f"<w:r>{run}</w:r>" for run in runs)
    words = words.replace("[", '<w:t xml:space="preserve">').replace("]", "</w:t>")
    return add_behind_first(f"<w:p>{words}</w:p>")


def test_raised_and_lowered_signs_stay_where_unicode_has_them(tmp_path: Path) -> None:
    change = add_words("[A room of 12 m]", f"{RAISED}[2]", "[ and its CO]", f"{LOWERED}[2]", "[.]")
    result = import_changed(tmp_path / "back.docx", lambda body: change_answer(body, change))
    (answer,) = result.answers
    assert isinstance(answer.merged, str)
    assert "\nA room of 12 m² and its CO₂.\n" in answer.merged
    assert result.losses == ()


def test_other_raised_and_lowered_letters_are_told_with_their_word(tmp_path: Path) -> None:
    change = add_words("[In the 19]", f"{RAISED}[th]", "[ century; a x]", f"{LOWERED}[max]", "[.]")
    result = import_changed(tmp_path / "back.docx", lambda body: change_answer(body, change))
    (answer,) = result.answers
    assert isinstance(answer.merged, str)
    assert "\nIn the 19th century; a xmax.\n" in answer.merged
    assert [(one.kind, one.text) for one in result.losses] == [
        (LossKind.SUPERSCRIPT, "19th"),
        (LossKind.SUBSCRIPT, "xmax."),
    ]


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A folder with the proposal, and a file in which letters were raised and nothing else."""

    def change(content: str) -> str:
        return content.replace("<w:rPr>", RAISED.removesuffix("</w:rPr>"), 2)

    shutil.copy(RESOURCES / "examples" / f"{NAME}.erasmus", tmp_path / "plan.erasmus")
    write(tmp_path / "back.docx", lambda body: change_answer(body, change))
    return tmp_path


def test_formatting_alone_is_told_and_changes_nothing(returned: Path) -> None:
    result = import_into(read_example(NAME), returned / "back.docx")
    assert (result.answers, result.unresolved) == ((), ())
    assert {(one.key, one.kind) for one in result.losses} == {(RATIONALE, LossKind.SUPERSCRIPT)}


@pytest.mark.parametrize(
    ("language", "words"), [("en", "has lost its superscript"), ("nl", "niets meer in superscript")]
)
def test_merge_tells_it_at_the_answer(returned: Path, language: str, words: str) -> None:
    done = run_copy(returned, "merge", "plan.erasmus", "back.docx", language=language)
    assert done.returncode == 0
    assert words in done.stdout
    done = run_copy(returned, "merge", "plan.erasmus", "back.docx", "--json")
    (first, *_) = json.loads(done.stdout)["formats"]
    assert (first["question"], first["item"]) == (RATIONALE.question, None)
    assert (first["lost"], first["file"]) == ("superscript", "back.docx")
