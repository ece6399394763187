"""A call of the next year, made as the document says: a copy with another id and one more table."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft.carry import CarriedDraft, carry_draft
from erasmus_desk.draft.carry_marks import find_table_owner
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.errors import Fault
from erasmus_desk.packs.check import check_folder
from erasmus_desk.storage import drafts
from tests.core.draft.carried import LATER, answers_of

RESOURCES = Path(__file__).parents[2] / "resources"
CALLS = RESOURCES / "calls"
EXAMPLES = {
    "ka2-2017": "innovation-vet",
    "ka210-2026": "schaduwkaart",
    "ka220-2026": "the-empty-chair",
}
Change = Callable[[dict[str, Any]], object]


def alter(file: Path, change: Change) -> None:
    content = json.loads(file.read_text("utf-8"))
    change(content)
    file.write_text(json.dumps(content), "utf-8")


def make_next_year(call: str, folder: Path) -> Path:
    """Copy a call as the document says: its new id, and a table for the year before."""
    name = f"{call}-next"
    made = folder / name
    shutil.copytree(CALLS / call, made)

    def add_table(content: dict[str, Any]) -> None:
        own = next(one for one in content["tables"] if one["from"] == call)
        before = {"from": call, "alike": True, "answers": own["answers"]}
        own["from"] = name
        content["tables"].append(before)

    alter(made / "pack.json", lambda content: content.update(id=name, edition="next"))
    alter(made / "carry.json", add_table)
    return made


def find_faults(made: Path) -> list[Fault]:
    return list(check_folder(made, (CALLS,)))


def carry(draft: Draft, target: str, library: Library) -> CarriedDraft:
    source = library.load_pack(draft.pack.id)
    table = library.find_carry_table(source.id, target, find_table_owner(draft, target))
    assert table is not None
    texts = library.load_texts(source.id, "en")
    packs = source, library.load_pack(target)
    return carry_draft(draft, packs, table, texts.short_label, LATER)


def read_example(call: str) -> Draft:
    return drafts.read(RESOURCES / "examples" / f"{EXAMPLES[call]}.erasmus").draft


@pytest.mark.parametrize("call", EXAMPLES)
def test_a_copy_with_a_new_id_and_one_table_more_is_sound_and_takes_all(
    call: str, tmp_path: Path
) -> None:
    made = make_next_year(call, tmp_path)
    assert [str(one) for one in find_faults(made)] == []
    library, draft = Library((CALLS, tmp_path)), read_example(call)
    assert made.name in library.list_carry_targets(call)
    new = carry(draft, made.name, library)
    assert new.draft.pack.id == made.name
    assert answers_of(new.draft) == answers_of(draft)
    assert (new.aside, new.draft.orphans) == ((), ())
    assert new.marks
    codes = {one.code for one in run_checks(new.draft, library.load_pack(made.name))}
    assert codes == {"carried", *(one.code for one in run_checks(draft, library.load_pack(call)))}
    back = carry(new.draft, call, library)
    assert answers_of(back.draft) == answers_of(draft)


def test_what_is_not_alike_is_named_and_set_aside_once_the_table_says_so(tmp_path: Path) -> None:
    call = "ka210-2026"
    made = make_next_year(call, tmp_path)

    def rename(content: dict[str, Any]) -> None:
        text = json.dumps(content).replace('"des.motivation"', '"des.reason"')
        content.update(json.loads(text))

    for file in (made / "form.json", made / "pack.json"):
        alter(file, rename)
    for file in (made / "words").rglob("*.json"):
        file.write_text(file.read_text("utf-8").replace("des.motivation", "des.reason"), "utf-8")

    def leave_out(content: dict[str, Any]) -> None:
        """Take the tables for other calls out, which name the question as it was."""
        content["tables"] = content["tables"][-1:]

    alter(made / "carry.json", leave_out)
    (fault,) = find_faults(made)
    assert (fault.code, fault.found) == ("not-decided", "des.motivation")

    alter(made / "carry.json", lambda content: content["tables"][-1].update(aside=[fault.found]))
    assert find_faults(made) == []
    draft, library = read_example(call), Library((CALLS, tmp_path))
    new = carry(draft, made.name, library)
    assert new.aside == (Key("des.motivation"),)
    assert answers_of(carry(new.draft, call, library).draft) == answers_of(draft)


def test_a_table_of_a_call_for_itself_has_no_need_of_it(tmp_path: Path) -> None:
    made = make_next_year("ka220-2026", tmp_path)

    def mark(content: dict[str, Any]) -> None:
        next(one for one in content["tables"] if one["from"] == made.name)["alike"] = True

    alter(made / "carry.json", mark)
    assert [one.code for one in find_faults(made)] == ["every-answer-moves"]
