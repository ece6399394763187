"""The record of a Word file says what stands in it, to the letter and in its order."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Document, Profile
from erasmus_desk.export.document.sent_record import Sending, record
from erasmus_desk.export.word import writer
from erasmus_desk.export.word.writer import WayHome
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import Piece, Role, Sent, Spot
from tests.core.export import parsed
from tests.core.export.gardens import audited, garden, names, outlined, part
from tests.core.export.plans import planned

ODD = "\n  First\x00\r\n\r\n \nsecond\u2028- third\t.\n\n"


def wishes(draft: Draft) -> Iterator[export.Wish]:
    """Every way that a draft goes out."""
    for profile in (Profile.CLEAN, Profile.QUESTIONS):
        yield export.Wish(profile)
    for partner in draft.items("organisations")[1:3]:
        day = date(2017, 3, 1)
        yield export.Wish(Profile.PARTNERS, partner=partner, reply_by=day, beside="en")


def recorded(document: Document, draft: Draft, profile: Profile = Profile.CLEAN) -> Sent:
    return record(document, draft, Sending(profile, "en"))[0]


def answers(sent: Sent, key: str) -> list[Piece]:
    found = [piece for piece in sent.pieces if piece.key == Key.parse(key)]
    return [piece for piece in found if piece.role is Role.ANSWER]


def test_the_pieces_are_the_paragraphs_of_the_file(
    example: Draft, library: Library, resources: Path
) -> None:
    for wish in wishes(example):
        made = export.made(example, library, resources, wish)
        assert parsed.lines(made.sent) == parsed.paragraphs(made.content)


def test_the_file_carries_the_record_and_it_reads_back_the_same(
    example: Draft, library: Library, resources: Path
) -> None:
    for wish in wishes(example):
        made = export.made(example, library, resources, wish)
        assert parsed.kept(made.content) == made.sent
        assert made.sent == export.sent(example, library, resources, wish)
        assert made.sent.state == codec.stamped(made.sent).state
        assert (made.sent.draft, made.sent.profile) == (example.id, wish.profile.value)
        assert (made.sent.partner, made.sent.reply_by) == (wish.partner, wish.reply_by)


def test_each_piece_of_an_answer_stands_in_its_control_and_between_its_bookmarks(
    example: Draft, library: Library, resources: Path
) -> None:
    for wish in wishes(example):
        made = export.made(example, library, resources, wish)
        pieces = [piece for piece in made.sent.pieces if piece.role is Role.ANSWER]
        held = [one for one in parsed.controls(made.content) if "=" not in one.tag]
        between = parsed.anchored(made.content)
        assert [one.tag for one in held] == [str(piece.key) for piece in pieces]
        # Boxes stand there to be clicked, also where none of them is ticked.
        empty = [piece.missing and "☐" not in piece.text for piece in pieces]
        assert [one.is_empty for one in held] == empty
        wanted = {piece.anchor: _without_blank_lines(piece.text) for piece in pieces}
        assert between == wanted
        assert [one.text for one in held] == list(wanted.values())


def _without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line)


def test_a_text_of_any_shape_is_recorded_as_it_is_seen(library: Library, resources: Path) -> None:
    sent = recorded(outlined(garden(why=ODD), library, resources), garden(why=ODD))
    (piece,) = answers(sent, "why")
    assert piece.text == "\n  First␀\n\n\nsecond\n- third\t."
    assert sent.values[Key("why")] == ODD


def test_values_are_those_that_are_shown_and_no_others(library: Library, resources: Path) -> None:
    draft = garden(size="small", story="Left over")
    sent = recorded(outlined(draft, library, resources), draft)
    shown = {piece.key for piece in sent.pieces if piece.role is Role.ANSWER}
    assert sent.values
    assert set(sent.values) <= shown
    assert all(draft.get(key) == value for key, value in sent.values.items())


def test_nothing_of_the_others_is_in_the_record_of_a_partner(
    library: Library, resources: Path
) -> None:
    draft = planned()
    partner = draft.items("organisations")[1]
    sent = export.sent(draft, library, resources, export.Wish(Profile.PARTNERS, partner=partner))
    others = set(draft.items("organisations")) - {partner}
    assert not [key for key in sent.values if key.item in others]
    assert not [piece for piece in sent.pieces if piece.key and piece.key.item in others]


def test_what_introduces_an_answer_bears_its_key(library: Library, resources: Path) -> None:
    draft = garden()
    sent = recorded(outlined(draft, library, resources, Profile.QUESTIONS), draft)
    before = [piece for piece in sent.pieces if piece.key == Key("why")]
    assert [piece.role for piece in before][-1] is Role.ANSWER
    assert {piece.role for piece in before[:-1]} == {Role.FIXED}
    label = next(piece for piece in sent.pieces if piece.text == "First day")
    assert label.key == Key("plan.begins")
    assert label.spot == Spot(0, label.spot.row if label.spot else 0, 0)
    headings = [piece for piece in sent.pieces if piece.heading]
    assert all(piece.key for piece in headings if piece.role is Role.FIXED)


def test_a_heading_that_shows_an_answer_is_two_pieces_of_one_paragraph(
    library: Library, resources: Path
) -> None:
    sent = recorded(outlined(garden(), library, resources), garden())
    place = next(at for at, one in enumerate(sent.pieces) if one.goes_on)
    first, second = sent.pieces[place - 1 : place + 1]
    assert first.role is Role.FIXED
    assert first.text.endswith("Member: ")
    assert (second.role, second.text) == (Role.ANSWER, "School of the Rose")
    assert first.heading == second.heading == 2


def test_tables_of_items_name_their_list_their_rows_and_their_columns(
    library: Library, resources: Path
) -> None:
    sent = recorded(outlined(garden(), library, resources), garden())
    members = next(grid for grid in sent.grids if grid.order == Key("members"))
    helpers = next(grid for grid in sent.grids if grid.order == Key("helpers", "m1"))
    assert members.items == ("m1", "m2")
    assert helpers.items == ("h1", "h2")
    for grid in (members, helpers):
        for row, item in enumerate(grid.items, start=1):
            for column, question in enumerate(grid.questions):
                if question:
                    spot = Spot(grid.table, row, column)
                    (piece,) = (one for one in sent.pieces if one.spot == spot)
                    assert piece.key == Key(question, item)


def test_entries_of_the_contents_are_told_from_the_headings(
    library: Library, resources: Path
) -> None:
    sent = recorded(outlined(garden(), library, resources), garden())
    entries = [piece.text for piece in sent.pieces if piece.role is Role.CONTENTS]
    texts = "\n".join(parsed.lines(sent))
    assert len(entries) == 6
    assert all(texts.count(entry) >= 2 for entry in entries)


def test_lines_of_headers_and_footers_are_those_that_the_file_has(
    example: Draft, library: Library, resources: Path
) -> None:
    made = export.made(example, library, resources)
    edges = [piece.text for piece in made.sent.pieces if piece.role is Role.EDGE]
    found = [
        parsed.text(one)
        for name in sorted(names(made.content), key=lambda one: ("footer" in one, one))
        if name.startswith(("word/header", "word/footer"))
        for one in parsed.root(made.content, name).iter(f"{parsed.W}p")
    ]
    assert edges == found
    assert made.sent.pieces[-len(edges) :] == tuple(
        piece for piece in made.sent.pieces if piece.role is Role.EDGE
    )


def test_equal_drafts_have_equal_records_and_any_change_another_state(
    library: Library, resources: Path
) -> None:
    first, again = (recorded(outlined(garden(), library, resources), garden()) for _ in range(2))
    other = garden(why="Because.")
    changed = recorded(outlined(other, library, resources), other)
    assert first == again
    assert first.state != changed.state
    assert replace(first, state="") != replace(changed, state="")


def test_the_part_of_the_record_is_linked_and_named_in_the_file(
    library: Library, resources: Path, style: bytes, tmp_path: Path
) -> None:
    document = outlined(garden(), library, resources)
    home = WayHome(lambda edges: _part_of(document, edges))
    made = writer.render(document, style, home=home)
    assert audited(made, tmp_path) == []
    assert "/relationships/customXml" in part(made, "word/_rels/document.xml.rels")
    assert "customXmlProperties+xml" in part(made, "[Content_Types].xml")
    assert codec.NAMESPACE in part(made, "customXml/itemProps1.xml")
    assert made == writer.render(document, style, home=home)


def _part_of(document: Document, edges: tuple[str, ...]) -> bytes:
    return record(document, garden(), Sending(Profile.CLEAN, "en", edges=edges))[1]


def test_a_template_with_data_of_its_own_gets_the_record_in_its_place(
    library: Library, resources: Path, style: bytes, tmp_path: Path
) -> None:
    letter = docx.Document()
    data = Part(PackURI("/customXml/item7.xml"), "application/xml", b"<theirs/>")
    letter.part.relate_to(data, RELATIONSHIP_TYPE.CUSTOM_XML)
    letter.sections[0].header.paragraphs[0].text = "School of the Rose\tsince 1901"
    template = io.BytesIO()
    letter.save(template)
    document = outlined(garden(), library, resources)
    home = WayHome(lambda edges: _part_of(document, edges))
    made = writer.render(document, style, template.getvalue(), home)
    assert not any(b"theirs" in part(made, name).encode() for name in names(made))
    assert parsed.kept(made).pieces[-2].text == "School of the Rose\tsince 1901"
    assert audited(made, tmp_path) == []


@pytest.mark.parametrize("profile", Profile)
def test_records_are_small_beside_the_texts(
    profile: Profile, example: Draft, library: Library, resources: Path
) -> None:
    wish = export.Wish(profile, partner=example.items("organisations")[1])
    made = export.made(example, library, resources, wish)
    assert len(codec.encode(made.sent)) < len(part(made.content, "word/document.xml")) / 2


def test_what_is_read_aloud_of_tables_is_in_the_record_because_some_programs_print_it(
    example: Draft, library: Library, resources: Path
) -> None:
    made = export.made(example, library, resources)
    aloud = [piece.text for piece in made.sent.pieces if piece.role is Role.ALOUD]
    tables = list(parsed.root(made.content, "word/document.xml").iter(f"{parsed.W}tblPr"))
    found = [
        "\n".join(
            str(one.get(f"{parsed.W}val"))
            for name in ("tblCaption", "tblDescription")
            for one in table.iter(f"{parsed.W}{name}")
        )
        for table in tables
    ]
    assert aloud == found
