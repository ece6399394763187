"""The record of a Word file has all its text, unchanged and in order."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Document, Profile
from erasmus_desk.export.document.sent_record import SendingDetails, build_record
from erasmus_desk.export.word import writer
from erasmus_desk.export.word.writer import RoundTripParts
from erasmus_desk.i18n.figures import separate_figures
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import BlockRole, CellPosition, RecordBlock, SentRecord
from tests.core.export import parsed
from tests.core.export.conftest import Render
from tests.core.export.gardens import (
    build_garden_document,
    list_parts,
    make_garden,
    read_part,
    validate_word_file,
)
from tests.core.export.plans import make_plan

ODD = "\n  First\x00\r\n\r\n \nsecond\u2028- third\t.\n\n"


def list_requests(draft: Draft) -> Iterator[export.ExportRequest]:
    """Every way that a draft goes out."""
    for profile in (Profile.CLEAN, Profile.QUESTIONS):
        yield export.ExportRequest(profile)
    for partner in draft.items("organisations")[1:3]:
        day = date(2017, 3, 1)
        yield export.ExportRequest(
            Profile.PARTNERS, partner=partner, reply_by=day, second_language="en"
        )


def build_sent_record(
    document: Document, draft: Draft, profile: Profile = Profile.CLEAN
) -> SentRecord:
    return build_record(document, draft, SendingDetails(profile, "en"))[0]


def find_answer_blocks(sent: SentRecord, key: str) -> list[RecordBlock]:
    found = [piece for piece in sent.blocks if piece.key == Key.parse(key)]
    return [piece for piece in found if piece.role is BlockRole.ANSWER]


@pytest.mark.share(2)
def test_the_blocks_of_the_record_are_the_paragraphs_of_the_file(
    example: Draft, rendered: Render
) -> None:
    for request in list_requests(example):
        made = rendered(example, request)
        assert parsed.list_record_lines(made.sent) == parsed.list_paragraph_lines(made.content)


@pytest.mark.share(2)
def test_the_file_carries_the_record_and_it_reads_back_the_same(
    example: Draft, rendered: Render
) -> None:
    for request in list_requests(example):
        made = rendered(example, request)
        assert parsed.read_record(made.content) == made.sent
        assert made.sent.state == codec.seal(made.sent)[0].state
        assert (made.sent.draft, made.sent.profile) == (example.id, request.profile.value)
        assert (made.sent.partner, made.sent.reply_by) == (request.partner, request.reply_by)


@pytest.mark.share(2)
def test_each_answer_is_in_its_control_and_between_its_bookmarks(
    example: Draft, rendered: Render
) -> None:
    for request in list_requests(example):
        made = rendered(example, request)
        pieces = [piece for piece in made.sent.blocks if piece.role is BlockRole.ANSWER]
        held = [one for one in parsed.list_controls(made.content) if "=" not in one.tag]
        between = parsed.read_bookmarks(made.content)
        assert [one.tag for one in held] == [str(piece.key) for piece in pieces]
        # Boxes stand there to be clicked, also where none of them is ticked.
        empty = [piece.is_placeholder and "☐" not in piece.text for piece in pieces]
        assert [one.is_empty for one in held] == empty
        wanted = {piece.anchor: _simplify(piece.text) for piece in pieces}
        assert {name: separate_figures(text) for name, text in between.items()} == wanted
        assert [separate_figures(one.text) for one in held] == list(wanted.values())


def _simplify(text: str) -> str:
    return separate_figures("\n".join(line for line in text.split("\n") if line))


def test_a_text_of_any_shape_is_recorded_as_it_is_seen(library: Library, resources: Path) -> None:
    sent = build_sent_record(
        build_garden_document(make_garden(why=ODD), library, resources), make_garden(why=ODD)
    )
    (piece,) = find_answer_blocks(sent, "why")
    assert piece.text == "\n  First␀\n\n\nsecond\n- third\t."
    assert sent.values[Key("why")] == ODD


def test_values_are_those_that_are_shown_and_no_others(library: Library, resources: Path) -> None:
    draft = make_garden(size="small", story="Left over")
    sent = build_sent_record(build_garden_document(draft, library, resources), draft)
    shown = {piece.key for piece in sent.blocks if piece.role is BlockRole.ANSWER}
    assert sent.values
    assert set(sent.values) <= shown
    assert all(draft.get(key) == value for key, value in sent.values.items())


def test_nothing_of_the_others_is_in_the_record_of_a_partner(
    library: Library, resources: Path
) -> None:
    draft = make_plan()
    partner = draft.items("organisations")[1]
    sent = export.render_word(
        draft, library, resources, export.ExportRequest(Profile.PARTNERS, partner=partner)
    ).sent
    others = set(draft.items("organisations")) - {partner}
    assert not [key for key in sent.values if key.item in others]
    assert not [piece for piece in sent.blocks if piece.key and piece.key.item in others]


def test_texts_before_an_answer_have_its_key(library: Library, resources: Path) -> None:
    draft = make_garden()
    sent = build_sent_record(
        build_garden_document(draft, library, resources, Profile.QUESTIONS), draft
    )
    before = [piece for piece in sent.blocks if piece.key == Key("why")]
    assert [piece.role for piece in before][-1] is BlockRole.ANSWER
    assert {piece.role for piece in before[:-1]} == {BlockRole.FIXED}
    label = next(piece for piece in sent.blocks if piece.text == "First day")
    assert label.key == Key("plan.begins")
    assert label.cell == CellPosition(0, label.cell.row if label.cell else 0, 0)
    headings = [piece for piece in sent.blocks if piece.heading]
    assert all(piece.key for piece in headings if piece.role is BlockRole.FIXED)


def test_a_heading_with_an_answer_is_two_blocks_of_one_paragraph(
    library: Library, resources: Path
) -> None:
    sent = build_sent_record(
        build_garden_document(make_garden(), library, resources), make_garden()
    )
    place = next(
        at for at, one in enumerate(sent.blocks) if one.continues_paragraph and one.heading
    )
    first, second = sent.blocks[place - 1 : place + 1]
    assert first.role is BlockRole.FIXED
    assert first.text.endswith("Member: ")
    assert (second.role, second.text) == (BlockRole.ANSWER, "School of the Rose")
    assert first.heading == second.heading == 2


def test_tables_of_items_name_their_list_their_rows_and_their_columns(
    library: Library, resources: Path
) -> None:
    sent = build_sent_record(
        build_garden_document(make_garden(), library, resources, Profile.QUESTIONS), make_garden()
    )
    members = next(grid for grid in sent.tables if grid.order == Key("members"))
    helpers = next(grid for grid in sent.tables if grid.order == Key("helpers", "m1"))
    assert members.items == ("m1", "m2")
    assert helpers.items == ("h1", "h2")
    for grid in (members, helpers):
        for row, item in enumerate(grid.items, start=1):
            for column, question in enumerate(grid.questions):
                if question:
                    spot = CellPosition(grid.table, row, column)
                    (piece,) = (one for one in sent.blocks if one.cell == spot)
                    assert piece.key == Key(question, item)


def test_entries_of_the_contents_differ_from_the_headings(
    library: Library, resources: Path
) -> None:
    sent = build_sent_record(
        build_garden_document(make_garden(), library, resources), make_garden()
    )
    entries = [piece.text for piece in sent.blocks if piece.role is BlockRole.CONTENTS]
    texts = "\n".join(parsed.list_record_lines(sent))
    assert len(entries) == 6
    assert all(texts.count(entry) >= 2 for entry in entries)


def test_lines_of_headers_and_footers_are_those_that_the_file_has(
    example: Draft, rendered: Render
) -> None:
    made = rendered(example)
    edges = [piece.text for piece in made.sent.blocks if piece.role is BlockRole.HEADER_FOOTER]
    found = [
        parsed.get_text(one)
        for name in sorted(list_parts(made.content), key=lambda one: ("footer" in one, one))
        if name.startswith(("word/header", "word/footer"))
        for one in parsed.parse_part(made.content, name).iter(f"{parsed.W}p")
    ]
    assert edges == found
    assert made.sent.blocks[-len(edges) :] == tuple(
        piece for piece in made.sent.blocks if piece.role is BlockRole.HEADER_FOOTER
    )


def test_equal_drafts_have_equal_records_and_any_change_another_state(
    library: Library, resources: Path
) -> None:
    first, again = (
        build_sent_record(build_garden_document(make_garden(), library, resources), make_garden())
        for _ in range(2)
    )
    other = make_garden(why="Because.")
    changed = build_sent_record(build_garden_document(other, library, resources), other)
    assert first == again
    assert first.state != changed.state
    assert replace(first, state="") != replace(changed, state="")


def test_the_part_of_the_record_is_linked_and_named_in_the_file(
    library: Library, resources: Path, style: bytes, tmp_path: Path
) -> None:
    document = build_garden_document(make_garden(), library, resources)
    home = RoundTripParts(lambda lines: _build_record_part(document, lines))
    made = writer.render(document, style, round_trip=home)
    assert validate_word_file(made, tmp_path) == []
    assert "/relationships/customXml" in read_part(made, "word/_rels/document.xml.rels")
    assert "customXmlProperties+xml" in read_part(made, "[Content_Types].xml")
    assert codec.NAMESPACE in read_part(made, "customXml/itemProps1.xml")
    assert made == writer.render(document, style, round_trip=home)


def _build_record_part(document: Document, lines: tuple[str, ...]) -> bytes:
    return build_record(
        document, make_garden(), SendingDetails(Profile.CLEAN, "en", header_footer_lines=lines)
    )[1]


def test_a_template_with_data_of_its_own_gets_the_record_in_its_place(
    library: Library, resources: Path, style: bytes, tmp_path: Path
) -> None:
    letter = docx.Document()
    data = Part(PackURI("/customXml/item7.xml"), "application/xml", b"<theirs/>")
    letter.part.relate_to(data, RELATIONSHIP_TYPE.CUSTOM_XML)
    letter.sections[0].header.paragraphs[0].text = "School of the Rose\tsince 1901"
    template = io.BytesIO()
    letter.save(template)
    document = build_garden_document(make_garden(), library, resources)
    home = RoundTripParts(lambda lines: _build_record_part(document, lines))
    made = writer.render(document, style, template.getvalue(), home)
    assert not any(b"theirs" in read_part(made, name).encode() for name in list_parts(made))
    assert parsed.read_record(made).blocks[-2].text == "School of the Rose\tsince 1901"
    assert validate_word_file(made, tmp_path) == []


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.share
def test_records_are_small_beside_the_texts(
    profile: Profile, example: Draft, rendered: Render
) -> None:
    request = export.ExportRequest(profile, partner=example.items("organisations")[1])
    made = rendered(example, request)
    assert len(codec.encode(made.sent)) < len(read_part(made.content, "word/document.xml")) / 2


def test_alternative_text_of_tables_is_in_the_record_because_some_programs_print_it(
    example: Draft, rendered: Render
) -> None:
    made = rendered(example)
    aloud = [piece.text for piece in made.sent.blocks if piece.role is BlockRole.ALT_TEXT]
    tables = list(parsed.parse_part(made.content, "word/document.xml").iter(f"{parsed.W}tblPr"))
    found = [
        "\n".join(
            str(one.get(f"{parsed.W}val"))
            for name in ("tblCaption", "tblDescription")
            for one in table.iter(f"{parsed.W}{name}")
        )
        for table in tables
    ]
    assert aloud == found
