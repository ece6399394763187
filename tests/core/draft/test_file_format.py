"""The draft file: nothing is lost, and no other file is accepted.

Every draft file ever written still opens.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given

from erasmus_desk.draft import file_format
from erasmus_desk.draft.file_format import CURRENT_VERSION, MIGRATIONS, Members, migrate
from erasmus_desk.draft.model import Draft, Key, Orphan
from erasmus_desk.errors import DraftDamaged, DraftForeign, DraftNewer
from tests.core.draft.drafts import EVERY_KIND, drafts, make_draft


def recode(draft: Draft) -> Draft:
    return file_format.decode(file_format.encode(draft)).draft


def file_with(**members: object) -> bytes:
    whole: dict[str, Any] = json.loads(file_format.encode(make_draft()))
    return json.dumps(whole | members).encode()


@given(drafts)
@example(make_draft({Key("a"): "\ud83d\ude00", Key("b"): ("\ud83d\ude00", "😀"), Key("c"): True}))
def test_every_draft_is_decoded_as_it_was_encoded(draft: Draft) -> None:
    back = recode(draft)
    assert back == draft
    assert {key: type(back.answers[key]) for key in back.answers} == {
        key: type(draft.answers[key]) for key in draft.answers
    }


@given(drafts)
def test_the_same_draft_always_gives_the_same_bytes(draft: Draft) -> None:
    assert file_format.encode(recode(draft)) == file_format.encode(draft)


@given(drafts)
def test_the_file_is_json_with_one_answer_a_line(draft: Draft) -> None:
    text = file_format.encode(draft).decode()
    assert isinstance(json.loads(text), dict)
    rows = [line for line in text.splitlines() if line.startswith("  ")]
    assert len(rows) == len(draft.answers) + len(draft.orphans)


def test_answers_are_in_the_order_of_the_call_then_by_question_and_item() -> None:
    text = file_format.encode(make_draft(EVERY_KIND), order=("organisations", "prj.title")).decode()
    found = [row["q"] + row.get("item", "") for row in json.loads(text)["answers"]]
    assert found[:2] == ["organisations", "prj.title"]
    assert found[2:] == sorted(found[2:])


def test_every_kind_of_answer_is_written_as_promised() -> None:
    text = file_format.encode(make_draft(EVERY_KIND)).decode()
    assert '{"q": "bud.sum", "value": {"decimal": "12500.50"}}' in text
    assert '{"q": "prj.start", "value": {"date": "2017-09-01"}}' in text
    assert '{"q": "org.name_lat", "item": "a1", "value": "Basisschool De Linde"}' in text
    assert '{"q": "organisations", "value": ["b2", "a1"]}' in text


def test_unknown_members_are_kept_everywhere() -> None:
    rows = [
        {"q": "prj.title", "value": "Robots", "note": "by hand"},
        {"q": "prj.other", "value": 1.5},
        {"q": "prj.none", "note": "no answer"},
    ]
    orphans = [{"q": "gone", "value": "x", "since": 2018}]
    pack = {"id": "ka2-2017", "edition": "2017", "revision": 1, "url": None}
    content = file_with(answers=rows, orphans=orphans, pack=pack, colour={"of": ["sea"]})
    draft = file_format.decode(content).draft
    assert draft.text("prj.title") == "Robots"
    written = json.loads(file_format.encode(draft))
    assert written["answers"] == rows
    assert written["orphans"] == orphans
    assert written["pack"] == pack
    assert written["colour"] == {"of": ["sea"]}
    assert file_format.encode(
        file_format.decode(file_format.encode(draft)).draft
    ) == file_format.encode(draft)


def test_an_unknown_member_outlives_its_answer() -> None:
    rows = [{"q": "prj.title", "value": "Robots", "note": "by hand"}]
    draft = file_format.decode(file_with(answers=rows)).draft
    emptied = Draft(draft.id, draft.pack, draft.created, draft.modified, {}, (), draft.extra)
    written = json.loads(file_format.encode(emptied))
    assert written["answers"] == [{"q": "prj.title", "note": "by hand"}]


def test_a_second_answer_to_one_question_becomes_an_orphan() -> None:
    rows = [{"q": "a", "value": "mine"}, {"q": "a", "value": "theirs"}, {"q": "a", "value": "mine"}]
    draft = file_format.decode(file_with(answers=rows)).draft
    assert draft.text("a") == "mine"
    assert draft.orphans == (Orphan(Key("a"), "theirs"),)


def test_a_second_answer_with_an_unknown_member_is_kept() -> None:
    rows = [{"q": "a", "value": "mine"}, {"q": "a", "value": "theirs", "note": "n"}]
    assert (
        json.loads(file_format.encode(file_format.decode(file_with(answers=rows)).draft))["answers"]
        == rows
    )


@pytest.mark.parametrize(
    "value",
    [
        None,
        1.5,
        {},
        {"decimal": "much"},
        {"decimal": "1E+999999"},
        {"decimal": "NaN"},
        {"date": "2017-02-30"},
        {"date": "2017-09-01", "more": 1},
        {"parts": "no list"},
        {"parts": ["a", 1]},
        ["a", 1],
        [["a"]],
    ],
)
def test_an_invalid_value_is_kept_but_is_no_answer(value: object) -> None:
    rows = [{"q": "a", "value": value}]
    draft = file_format.decode(file_with(answers=rows)).draft
    assert draft.answers == {}
    assert json.loads(file_format.encode(draft))["answers"] == rows


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    content = b"\xef\xbb\xbf" + file_format.encode(make_draft(EVERY_KIND))
    assert file_format.decode(content).draft == make_draft(EVERY_KIND)


def test_a_draft_without_a_time_zone_is_read_as_utc() -> None:
    draft = file_format.decode(file_with(created="2026-11-23T10:00:00")).draft
    assert draft.created == make_draft().created


@pytest.mark.parametrize(
    "content",
    [b"hello", b"[]", b"3", b'{"format": "other"}', b"{}", b"\xff\xfe{", b"PK\x03\x04", b'{"a":'],
)
def test_a_file_that_never_was_a_draft_is_foreign(content: bytes) -> None:
    with pytest.raises(DraftForeign):
        file_format.decode(content)


def test_a_draft_cut_anywhere_is_never_taken_for_a_whole_one() -> None:
    whole = file_format.encode(make_draft(EVERY_KIND)).rstrip()
    for length in range(len(whole)):
        with pytest.raises((DraftDamaged, DraftForeign)):
            file_format.decode(whole[:length])


def test_a_damaged_draft_says_in_which_line() -> None:
    lines = file_format.encode(make_draft(EVERY_KIND)).split(b"\n")
    lines[10] = lines[10].replace(b'"q":', b'"q"')
    with pytest.raises(DraftDamaged) as caught:
        file_format.decode(b"\n".join(lines))
    assert caught.value.message_id == "draft.damaged.cut"
    assert caught.value.facts["line"] == 11


def test_bytes_that_are_no_text_are_named_with_their_line() -> None:
    content = file_format.encode(make_draft()).replace(b"Robots", b"Rob\xffts")
    with pytest.raises(DraftDamaged) as caught:
        file_format.decode(content)
    assert caught.value.facts["line"] == content[: content.index(b"\xff")].count(b"\n") + 1


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b" \r\n"])
def test_an_empty_file_is_what_a_power_cut_leaves(content: bytes) -> None:
    with pytest.raises(DraftDamaged, match="empty"):
        file_format.decode(content)


def test_a_draft_of_a_newer_program_is_refused_by_name() -> None:
    with pytest.raises(DraftNewer) as caught:
        file_format.decode(file_with(version=2, written_by="9.0"))
    assert caught.value.facts == {"version": 2, "known": 1, "by": "9.0"}


@pytest.mark.parametrize(
    "members",
    [
        {"version": "1"},
        {"version": True},
        {"version": 0},
        {"id": ""},
        {"id": 7},
        {"id": "x" * 300},
        {"id": "\ud800"},
        {"pack": "ka2-2017"},
        {"pack": {"id": "a", "edition": "b"}},
        {"created": "yesterday"},
        {"modified": None},
        {"answers": {}},
        {"answers": ["x"]},
        {"answers": [{"value": 1}]},
        {"answers": [{"q": "a", "item": 1, "value": 1}]},
        {"orphans": 1},
    ],
)
def test_a_draft_with_a_broken_member_is_damaged(members: dict[str, object]) -> None:
    with pytest.raises(DraftDamaged):
        file_format.decode(file_with(**members))


def test_a_member_named_twice_is_damage_for_one_of_the_two_would_be_lost() -> None:
    content = file_format.encode(make_draft()).replace(
        b' "orphans"', b' "answers": [],\n "orphans"'
    )
    with pytest.raises(DraftDamaged, match="twice"):
        file_format.decode(content)


@pytest.mark.parametrize("inner", ["[]", '{"name": []}', "[0, [], {}]"])
def test_what_is_not_understood_is_read_to_a_depth(inner: str) -> None:
    def read(lists: int) -> None:
        deep = "[" * lists + inner + "]" * lists
        file_format.read_members(f'{{"format": "{file_format.FORMAT}", "more": {deep}}}'.encode())

    most = file_format.MAX_DEPTH - (1 if inner == "[]" else 2) - 1
    read(most)
    with pytest.raises(DraftDamaged, match="absurd"):
        read(most + 1)


@pytest.mark.parametrize("depth", [60, 5_000, 200_000])
def test_absurd_depth_is_damage_and_no_crash(depth: int) -> None:
    deep = b"[" * depth + b"]" * depth
    content = file_format.encode(make_draft()).replace(
        b' "orphans"', b' "deep": ' + deep + b',\n "orphans"'
    )
    with pytest.raises(DraftDamaged):
        file_format.decode(content)


def test_an_absurd_number_is_damage_and_no_crash() -> None:
    number = b"9" * 5_000
    content = file_format.encode(make_draft()).replace(b'"Robots"', number)
    with pytest.raises(DraftDamaged):
        file_format.decode(content)


def test_a_file_larger_than_any_draft_is_not_even_parsed() -> None:
    with pytest.raises(DraftDamaged, match="too-large"):
        file_format.decode(b" " * (64 * 1024 * 1024 + 1))


DRAFTS = Path(__file__).resolve().parents[2] / "drafts"
SAMPLES = sorted(DRAFTS.glob("v*/*.erasmus"))


def test_every_version_has_a_sample_so_that_no_migration_is_untried() -> None:
    found = {int(path.parent.name.removeprefix("v")) for path in SAMPLES}
    assert found == set(range(1, CURRENT_VERSION + 1))
    assert len(MIGRATIONS) == CURRENT_VERSION - 1


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sample_opens_with_all_its_answers(path: Path) -> None:
    members = json.loads(path.read_bytes())
    decoded = file_format.decode(path.read_bytes())
    assert decoded.version == int(path.parent.name.removeprefix("v"))
    assert len(decoded.draft.answers) == len(members["answers"])
    again = file_format.decode(file_format.encode(decoded.draft))
    assert (again.draft, again.version) == (decoded.draft, CURRENT_VERSION)


def test_migrations_are_done_in_turn_from_the_version_of_the_file() -> None:
    def second(members: Members) -> Members:
        return members | {"id": f"{members['id']}-2"}

    def third(members: Members) -> Members:
        return members | {"id": f"{members['id']}-3"}

    steps = (second, third)
    assert migrate({"id": "x"}, 1, steps) == {"id": "x-2-3"}
    assert migrate({"id": "x"}, 2, steps) == {"id": "x-3"}
    assert migrate({"id": "x"}, 3, steps) == {"id": "x"}
    decoded = file_format.decode(file_format.encode(make_draft()), steps)
    assert (decoded.draft.id, decoded.version) == ("d1-2-3", 1)


def test_a_version_beyond_the_last_migration_is_newer() -> None:
    content = file_format.encode(make_draft()).replace(b'"version": 1', b'"version": 4')
    with pytest.raises(DraftNewer):
        file_format.decode(content, (lambda members: members, lambda members: members))
