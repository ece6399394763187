"""What a reviewer writes in an activity of a work package comes to this activity and no other."""

import re
import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from html import escape
from io import BytesIO
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.review_import.result import MergeStatus
from tests.core.review_import.exported import exported
from tests.core.review_import.importing import import_into, read_example

NAME = "the-empty-chair"
BODY = "word/document.xml"


def write(content: bytes, texts: Mapping[Key, str]) -> bytes:
    """Return a Word file with other texts in the content controls of these answers."""
    result = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as sent, zipfile.ZipFile(result, "w") as edited:
        for part in sent.infolist():
            body = sent.read(part)
            if part.filename == BODY:
                body = _write_body(body.decode(), texts).encode()
            edited.writestr(part, body)
    return result.getvalue()


def _write_body(body: str, texts: Mapping[Key, str]) -> str:
    for key, text in texts.items():
        place = body.index(f'<w:tag w:val="{key}"/>')
        found = re.compile(r"(<w:t[^>]*>)[^<]*(</w:t>)").search(body, place)
        assert found
        written = f"{found[1]}{escape(text, quote=False)}{found[2]}"
        body = body[: found.start()] + written + body[found.end() :]
    return body


@pytest.fixture(scope="module")
def draft() -> Draft:
    return read_example(NAME)


def test_edits_inside_work_packages_come_to_the_right_answers(draft: Draft, tmp_path: Path) -> None:
    first, second, *_ = draft.items("work_packages")
    one, _, three, _ = draft.items("wp_activities", first)
    last = draft.items("wp_activities", second)[-1]
    share = draft.items("wp_shares", second)[2]
    applicant = draft.items("organisations")[0]
    edits: dict[Key, tuple[str, Value]] = {
        Key("wpa.title", one): ("Five registers", "Five registers"),
        Key("wpa.venue", three): ("Maribor and Ptuj", "Maribor and Ptuj"),
        Key("wpa.end", three): ("23 April 2027", date(2027, 4, 23)),
        Key("wpa.amount", three): ("EUR 10,950", Decimal(10950)),
        Key("wpa.lead", last): ("Schulzentrum Lindenufer", applicant),
        Key("wps.amount", share): ("EUR 10,050", Decimal(10050)),
        Key("wp.amount", second): ("EUR 66,050", Decimal(66050)),
        Key("wp.title", second): ("Reach with a plan", "Reach with a plan"),
    }
    path = tmp_path / "reviewed.docx"
    path.write_bytes(write(exported(NAME), {key: text for key, (text, _) in edits.items()}))
    found = import_into(draft, path)
    proposed = {answer.key: answer.merged for answer in found.answers}
    assert proposed == {key: value for key, (_, value) in edits.items()}
    assert {answer.status for answer in found.answers} == {MergeStatus.PROPOSED}
    assert (found.rows, found.unresolved) == ((), ())


def test_a_file_that_nobody_edited_changes_nothing(draft: Draft, tmp_path: Path) -> None:
    path = tmp_path / "reviewed.docx"
    path.write_bytes(exported(NAME))
    found = import_into(draft, path)
    assert (found.answers, found.rows, found.unresolved) == ((), (), ())
