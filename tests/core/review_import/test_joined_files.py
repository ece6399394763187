"""Copies of several files in one: each text comes to the item that its tag names."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest

from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportRequest
from erasmus_desk.review_import.decisions import AcceptMode, auto_decisions
from erasmus_desk.review_import.docx_reader.reader import read_document
from erasmus_desk.review_import.joined_files import MAX_COPIES, split_joined
from erasmus_desk.review_import.result import ImportResult, MergeStatus
from tests.core.review_import.corpus.paper import Node, Paper, iter_texts, q
from tests.core.review_import.exported import RESOURCES
from tests.core.review_import.importing import EXAMPLE, LIBRARY, import_into, shorten

_RECORD, _TIES = "customXml/item1.xml", "word/_rels/document.xml.rels"
SHORT = shorten(EXAMPLE, organisations=4)
ONE, TWO, THREE = SHORT.items("organisations")[1:4]


@cache
def pack(partner: str) -> bytes:
    request = ExportRequest(Profile.PARTNERS, partner=partner) if partner else ExportRequest()
    return export.render_word(SHORT, LIBRARY, RESOURCES, request).content


def write(paper: Paper, tag: str, text: str, number: int = 0) -> None:
    first, *others = iter_texts(paper.controls(tag)[number])
    first.text = text
    for one in others:
        one.text = ""


def join(paper: Paper, other: Paper, at: Node | None = None) -> None:
    """Put the text of another file behind this one, or before an element of it."""
    before = paper.body[-1] if at is None else at
    for node in [one for one in other.body if one.tag != q("w:sectPr")]:
        before.addprevious(deepcopy(node))


def find_block(paper: Paper, tag: str) -> Node:
    """Return the element of the body around the first control of an answer."""
    node = paper.controls(tag)[0]
    while node.getparent() is not paper.body:
        node = node.getparent()
    return node


@pytest.fixture
def merged(tmp_path: Path) -> Callable[..., ImportResult]:
    def merge(paper: Paper, draft: Draft = SHORT) -> ImportResult:
        path = tmp_path / "joined.docx"
        path.write_bytes(paper.content())
        return import_into(draft, path)

    return merge


def changes(result: ImportResult) -> dict[str, object]:
    """The changes of a result, and that there is nothing else in it."""
    assert [one.text for one in result.unresolved] == []
    assert not result.rows
    return {
        str(one.key): one.merged if one.status is MergeStatus.PROPOSED else one.status
        for one in result.answers
    }


@pytest.mark.parametrize("partners", [(ONE, TWO), (TWO, ONE), (ONE, TWO, THREE), (ONE, ONE)])
def test_joined_files_of_partners_that_nobody_edited_change_nothing(
    merged: Callable[..., ImportResult], partners: tuple[str, ...]
) -> None:
    paper = Paper(pack(partners[0]))
    for one in partners[1:]:
        join(paper, Paper(pack(one)))
    assert changes(merged(paper)) == {}


def test_an_edit_in_each_of_three_files_comes_to_its_partner(
    merged: Callable[..., ImportResult],
) -> None:
    paper = Paper(pack(ONE))
    for one in (TWO, THREE):
        join(paper, Paper(pack(one)))
    for number, one in enumerate((ONE, TWO, THREE)):
        write(paper, f"org.acronym@{one}", f"NEW{number}")
        write(paper, f"bg.present@{one}", f"Words of {number}.")
    write(paper, "io.title@4e0a91c2", "Another map", 1)
    found = changes(merged(paper))
    assert {key: found[key] for key in found if key.startswith("org.acronym")} == {
        f"org.acronym@{one}": f"NEW{number}" for number, one in enumerate((ONE, TWO, THREE))
    }
    for number, one in enumerate((ONE, TWO, THREE)):
        assert str(found[f"bg.present@{one}"]).startswith(f"Words of {number}.")
    assert len(found) == 7
    assert found["io.title@4e0a91c2"] == "Another map"


def test_a_file_pasted_into_another_leaves_both_whole(
    merged: Callable[..., ImportResult],
) -> None:
    paper, other = Paper(pack(ONE)), Paper(pack(TWO))
    write(other, f"org.city@{TWO}", "Elsewhere")
    join(paper, other, find_block(paper, f"bg.present@{ONE}"))
    write(paper, f"org.city@{ONE}", "Here")
    assert changes(merged(paper)) == {f"org.city@{ONE}": "Here", f"org.city@{TWO}": "Elsewhere"}


def test_a_file_for_a_partner_behind_the_whole_proposal_is_read_for_itself(
    merged: Callable[..., ImportResult],
) -> None:
    paper, other = Paper(pack("")), Paper(pack(TWO))
    write(other, f"org.city@{TWO}", "Elsewhere")
    join(paper, other)
    assert changes(merged(paper)) == {f"org.city@{TWO}": "Elsewhere"}


def test_the_whole_proposal_behind_the_file_of_a_partner_is_read_for_itself(
    merged: Callable[..., ImportResult],
) -> None:
    paper, other = Paper(pack(TWO)), Paper(pack(""))
    write(other, "prj.acronym", "NEW")
    join(paper, other)
    assert changes(merged(paper)) == {"prj.acronym": "NEW"}


def test_copies_of_one_file_that_differ_are_a_conflict_and_one_edit_is_a_proposal(
    merged: Callable[..., ImportResult],
) -> None:
    paper = Paper(pack(ONE))
    join(paper, Paper(pack(ONE)))
    write(paper, f"org.city@{ONE}", "Here", 1)
    assert changes(merged(paper)) == {f"org.city@{ONE}": "Here"}
    write(paper, f"org.city@{ONE}", "There", 0)
    assert changes(merged(paper)) == {f"org.city@{ONE}": MergeStatus.CONFLICT}


def test_some_answers_of_another_partner_come_to_that_partner(
    merged: Callable[..., ImportResult],
) -> None:
    paper, other = Paper(pack(ONE)), Paper(pack(TWO))
    write(other, f"bg.present@{TWO}", "We are two.")
    control = deepcopy(find_block(other, f"bg.present@{TWO}"))
    find_block(paper, f"bg.present@{ONE}").addnext(control)
    (found,) = merged(paper).answers
    assert str(found.key) == f"bg.present@{TWO}"
    assert str(found.merged).startswith("We are two.")


def test_an_answer_copied_within_its_file_stays_one_answer(
    merged: Callable[..., ImportResult],
) -> None:
    paper = Paper(pack(ONE))
    control = find_block(paper, f"bg.present@{ONE}")
    control.addnext(deepcopy(control))
    assert changes(merged(paper)) == {}


def test_the_record_of_each_file_in_the_package_says_what_was_sent(
    merged: Callable[..., ImportResult],
) -> None:
    paper, other = Paper(pack(ONE)), Paper(pack(TWO))
    write(other, f"org.city@{TWO}", "Elsewhere")
    join(paper, other)
    paper.parts["customXml/item2.xml"] = other.parts[_RECORD]
    tie = (
        b'<Relationship Id="rId99" Target="../customXml/item2.xml" Type="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships/customXml"/></Relationships>'
    )
    paper.parts[_TIES] = paper.parts[_TIES].replace(b"</Relationships>", tie)
    # What we changed since is known as ours, as the record says what was sent.
    key = Key("org.postcode", TWO)
    changed = SHORT.apply(Change(key, SHORT.get(key), "9999"))
    result = merged(paper, draft=changed)
    assert changes(result) == {f"org.city@{TWO}": "Elsewhere", str(key): MergeStatus.KEPT}
    assert len(result.returned_states) == 2


def test_a_file_of_another_proposal_behind_ours_lands_in_no_answer(
    merged: Callable[..., ImportResult],
) -> None:
    paper, other = Paper(pack(ONE)), Paper(pack(TWO))
    for tag in other.body.iter(q("w:tag")):
        tag.set(q("w:val"), tag.get(q("w:val")).replace(f"@{TWO}", "@ffffffff"))
    write(other, "org.city@ffffffff", "Nowhere")
    join(paper, other)
    result = merged(paper)
    assert not result.rows
    assert not auto_decisions(result, AcceptMode.CLEAR).answers
    assert any("Nowhere" in one.text for one in result.unresolved)


def test_an_answer_repeated_over_and_over_makes_no_more_than_some_copies() -> None:
    paper = Paper(pack(ONE))
    control = find_block(paper, f"bg.present@{ONE}")
    for _ in range(300):
        control.addnext(deepcopy(control))
    document = read_document(paper.content(), "many.docx")
    assert document.sent_record
    copies = split_joined(document, document.sent_record, lambda _: ())
    assert 1 < len(copies) <= MAX_COPIES
    assert sum(len(one.document.paragraphs) for one in copies) == len(document.paragraphs)
