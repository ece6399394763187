"""Every answer in a Word file is in a control: editable, not deletable, identified by its tag."""

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import (
    Answer,
    Cell,
    Checkbox,
    Checkboxes,
    Choice,
    Column,
    ColumnType,
    Control,
    Cover,
    LangText,
    PageOrientation,
    Profile,
    Table,
    TableKind,
)
from erasmus_desk.export.word import writer
from erasmus_desk.round_trip.record import MAX_TAG_LENGTH, make_answer_tag
from tests.core.export import parsed
from tests.core.export.conftest import Render
from tests.core.export.gardens import (
    build_garden_document,
    make_document,
    make_garden,
    read_part,
    validate_word_file,
)
from tests.core.export.parsed import W14, W
from tests.core.export.plans import make_plan
from tests.docx_lint import lint

SAID = LangText("x", "nl")
LONG = "q" * 60 + "@" + "i" * 30


def render_blocks(*blocks: object, style: bytes) -> bytes:
    return writer.render(make_document(*blocks), style)  # pyright: ignore[reportArgumentType]


def find_control(content: bytes, name: str) -> parsed.Control:
    (found,) = (each for each in parsed.list_controls(content) if each.tag == name)
    return found


def find_property(control: parsed.Control, name: str) -> ET.Element:
    found = control.element.find(f"{W}sdtPr/{name}")
    assert found is not None
    return found


def change_answers(draft: Draft, **answers: Value | None) -> Draft:
    keys = {Key.parse(name.replace("__", ".")): value for name, value in answers.items()}
    return draft.apply(*(Change(key, draft.get(key), value) for key, value in keys.items()))


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.share
def test_controls_of_an_example_are_locked_labelled_and_numbered(
    profile: Profile, example: Draft, rendered: Render
) -> None:
    request = export.ExportRequest(profile, partner=example.items("organisations")[1])
    found = parsed.list_controls(rendered(example, request).content)
    numbers = [each.number for each in found]
    assert len(found) > 50
    assert {each.lock for each in found} == {"sdtLocked"}
    assert len(set(numbers)) == len(numbers)
    assert all(0 < number < 2**31 for number in numbers)
    assert all(each.label.strip() and len(each.label) <= 64 for each in found)
    assert all(each.tag and len(each.tag) <= MAX_TAG_LENGTH for each in found)


def test_a_long_answer_is_in_a_control_between_paragraphs(style: bytes) -> None:
    content = render_blocks(Answer("a", LangText("one\n\ntwo", "nl")), style=style)
    control = find_control(content, "a")
    assert (control.inside, control.text, control.kind) == ("body", "one\ntwo", "")
    assert parsed.read_bookmarks(content) == {"_Desk0001": "one\ntwo"}


def test_a_short_answer_is_in_a_control_inside_its_paragraph(style: bytes) -> None:
    content = render_blocks(Answer("a", SAID, control=Control()), style=style)
    assert find_control(content, "a").inside == "p"
    assert parsed.read_bookmarks(content) == {"_Desk0001": "x"}


def test_a_short_answer_of_several_lines_gets_a_control_around_them(style: bytes) -> None:
    content = render_blocks(Answer("a", LangText("x\ny", "nl"), control=Control()), style=style)
    assert (find_control(content, "a").inside, find_control(content, "a").text) == ("body", "x\ny")


@pytest.mark.parametrize(
    ("text", "run", "control", "inside"),
    [
        ("x", ColumnType.TEXT, Control(), "p"),
        ("12", ColumnType.NUMBER, Control(), "p"),
        ("x\n\ny", ColumnType.TEXT, Control(), "tc"),
        ("x", ColumnType.TEXT, Control(is_multiline=True), "tc"),
        ("", ColumnType.TEXT, Control(), "p"),
    ],
)
def test_a_cell_has_its_control_in_the_paragraph_or_around_all_of_them(
    text: str, run: ColumnType, control: Control, inside: str, style: bytes, tmp_path: Path
) -> None:
    cells = (Cell(SAID), Cell(LangText(text, "nl"), "a", control=control))
    table = Table(TableKind.GRID, SAID, SAID, (Column(SAID, 1), Column(SAID, 1, run)), (cells,))
    content = render_blocks(table, style=style)
    assert find_control(content, "a").inside == inside
    assert find_control(content, "a").text == (text.replace("\n\n", "\n") or "–")
    assert validate_word_file(content, tmp_path) == []
    assert lint(content) == []


def test_what_is_missing_is_a_placeholder_that_typing_replaces(style: bytes) -> None:
    cells = (
        Cell(SAID),
        Cell(SAID, "b", is_missing=True),
        Cell(LangText("–", "nl"), "c", is_empty=True),
    )
    table = Table(TableKind.GRID, SAID, SAID, (Column(SAID, 1),) * 3, (cells,))
    missing = (Answer("a", SAID, is_missing=True), table, Answer("d", SAID))
    found = {
        each.tag: each.is_empty
        for each in parsed.list_controls(render_blocks(*missing, style=style))
    }
    assert found == {"a": True, "b": True, "c": True, "d": False}


def test_a_single_choice_drops_down_with_the_words_shown(style: bytes, tmp_path: Path) -> None:
    choices = (Choice("nl", "Nederlands & meer"), Choice("fr", "Frans"))
    content = render_blocks(
        Answer("a", LangText("Frans", "nl"), control=Control(choices)), style=style
    )
    listed = find_property(find_control(content, "a"), f"{W}dropDownList")
    assert [(item.get(f"{W}value"), item.get(f"{W}displayText")) for item in listed] == [
        ("nl", "Nederlands & meer"),
        ("fr", "Frans"),
    ]
    assert validate_word_file(content, tmp_path) == []


def test_a_choice_of_the_form_offers_what_the_form_offers(
    library: Library, resources: Path, style: bytes
) -> None:
    content = writer.render(build_garden_document(make_garden(), library, resources), style)
    listed = find_property(find_control(content, "size"), f"{W}dropDownList")
    assert {item.get(f"{W}value") for item in listed} == {"small", "large"}
    assert find_control(content, "size").text in {item.get(f"{W}displayText") for item in listed}


def test_a_choice_that_is_not_offered_any_more_stays_in_the_list(
    library: Library, resources: Path, style: bytes
) -> None:
    content = writer.render(
        build_garden_document(make_garden(size="gone"), library, resources), style
    )
    listed = find_property(find_control(content, "size"), f"{W}dropDownList")
    assert [item.get(f"{W}value") for item in listed][-1] == "gone"


def test_equal_names_are_typed_not_chosen(library: Library, resources: Path) -> None:
    draft = make_plan(3, 1, 0, 0, 0)
    alike = {f"org.name_lat@{item}": "Same school" for item in draft.items("organisations")}
    draft = draft.apply(*(Change(Key.parse(key), None, name) for key, name in alike.items()))
    content = export.render_word(draft, library, resources).content
    offered = [
        [item.get(f"{W}displayText") for item in each.element.iter(f"{W}listItem")]
        for each in parsed.list_controls(content)
    ]
    assert not any("Same school" in names for names in offered)
    assert all(len(names) == len(set(names)) for names in offered)


def test_a_date_is_picked_and_says_its_day_and_shape(style: bytes, tmp_path: Path) -> None:
    how = Control(is_date=True, day=date(2017, 9, 1))
    content = render_blocks(
        Answer("a", LangText("1 september 2017", "nl"), control=how), style=style
    )
    picked = find_property(find_control(content, "a"), f"{W}date")
    assert picked.get(f"{W}fullDate") == "2017-09-01T00:00:00Z"
    shape, language = picked.find(f"{W}dateFormat"), picked.find(f"{W}lid")
    assert shape is not None
    assert language is not None
    assert (shape.get(f"{W}val"), language.get(f"{W}val")) == ("d MMMM yyyy", "nl-NL")
    assert validate_word_file(content, tmp_path) == []


def test_a_date_that_is_missing_can_be_picked_too(style: bytes, tmp_path: Path) -> None:
    missing = Answer("a", SAID, is_missing=True, control=Control(is_date=True))
    content = render_blocks(missing, style=style)
    assert find_property(find_control(content, "a"), f"{W}date").get(f"{W}fullDate") is None
    assert validate_word_file(content, tmp_path) == []


def test_boxes_can_be_clicked_each_with_the_tag_of_its_option(style: bytes, tmp_path: Path) -> None:
    ticks = (
        Checkbox(checked=True, text=LangText("One", "nl"), option="1"),
        Checkbox(False, SAID, "2"),
    )
    content = render_blocks(Checkboxes("a", ticks), style=style)
    assert find_control(content, "a").text == "☒\tOne\n☐\tx"
    for option, ticked in (("1", "1"), ("2", "0")):
        box = find_control(content, f"a={option}")
        checked = find_property(box, f"{W14}checkbox").find(f"{W14}checked")
        assert checked is not None
        assert checked.get(f"{W14}val") == ticked
        assert (box.inside, box.text) == ("p", "☒" if ticked == "1" else "☐")
    assert 'mc:Ignorable="w14"' in read_part(content, "word/document.xml")
    assert validate_word_file(content, tmp_path) == []


@pytest.mark.parametrize("answer", [True, False, None])
def test_yes_and_no_are_boxes_in_one_line_also_before_they_are_answered(
    answer: bool | None, library: Library, resources: Path
) -> None:
    draft = change_answers(make_plan(2, 0, 0, 0, 0), pri__national=answer)
    content = export.render_word(
        draft, library, resources, export.ExportRequest(Profile.QUESTIONS)
    ).content
    whole = find_control(content, "pri.national")
    ticked = {
        option: find_control(content, f"pri.national={option}").text == "☒"
        for option in ("yes", "no")
    }
    assert ticked == {"yes": answer is True, "no": answer is False}
    assert whole.text.count("\u00a0") == 2
    assert not whole.is_empty


def test_an_assessor_reads_that_yes_or_no_is_missing(library: Library, resources: Path) -> None:
    draft = change_answers(make_plan(2, 0, 0, 0, 0), pri__national=None)
    found = {
        each.tag
        for each in parsed.list_controls(export.render_word(draft, library, resources).content)
    }
    assert "pri.national=yes" not in found


def test_tags_too_long_for_word_are_digests_that_the_record_resolves(
    style: bytes, tmp_path: Path
) -> None:
    tick = Checkbox(checked=True, text=SAID, option="o" * 70)
    content = render_blocks(Answer(LONG, SAID), Checkboxes("a", (tick,)), style=style)
    long, whole, box = parsed.list_controls(content)
    assert long.tag == make_answer_tag(Key.parse(LONG))
    assert long.tag.startswith("#")
    assert whole.tag == "a"
    assert box.tag.startswith("#")
    assert validate_word_file(content, tmp_path) == []


def test_a_long_label_is_cut_where_a_word_ends(style: bytes) -> None:
    labels = {"a": "What will be done & by whom " * 5}
    content = writer.render(replace(make_document(Answer("a", SAID)), labels=labels), style)
    label = find_control(content, "a").label
    assert label.endswith(" …")
    assert len(label) <= 64
    assert labels["a"].startswith(label.removesuffix(" …"))


def test_cover_headings_and_overview_show_answers_in_controls_of_their_own(
    library: Library, resources: Path, style: bytes
) -> None:
    garden = build_garden_document(make_garden(), library, resources, Profile.QUESTIONS)
    content = writer.render(garden, style)
    titles = [each for each in parsed.list_controls(content) if each.tag == "idea.name"]
    names = [each for each in parsed.list_controls(content) if each.tag == "member.called@m1"]
    assert [each.inside for each in titles] == ["p", "p"]
    assert {each.text for each in names} == {"School of the Rose"}
    assert len(names) == 3


def test_a_proposal_without_a_title_has_a_place_for_one_on_its_cover(
    library: Library, resources: Path, style: bytes
) -> None:
    document = build_garden_document(make_garden(idea__name=None), library, resources)
    assert isinstance(document.blocks[0], Cover)
    first = parsed.list_controls(writer.render(document, style))[0]
    assert (first.tag, first.is_empty) == ("idea.name", True)


def test_computed_answers_are_in_no_control(library: Library, resources: Path) -> None:
    content = export.render_word(
        make_plan(), library, resources, export.ExportRequest(Profile.QUESTIONS)
    ).content
    form = library.load_pack("ka2-2017").form
    computed = {name for name, question in form.questions.items() if question.computed}
    assert computed
    assert not computed & {each.tag.partition("@")[0] for each in parsed.list_controls(content)}


def test_bookmarks_have_names_and_numbers_of_their_own(example: Draft, rendered: Render) -> None:
    body = read_part(rendered(example).content, "word/document.xml")
    starts = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/>', body)
    ends = re.findall(r'<w:bookmarkEnd w:id="(\d+)"/>', body)
    assert len({number for number, _ in starts}) == len(starts) == len(ends)
    assert {number for number, _ in starts} == set(ends)
    anchors = [name for _, name in starts if name.startswith("_Desk")]
    assert anchors == [f"_Desk{number:04}" for number in range(1, len(anchors) + 1)]


def test_a_section_that_ends_with_an_answer_keeps_the_pages_of_the_next(
    style: bytes, tmp_path: Path
) -> None:
    content = render_blocks(
        Answer("a", SAID), PageOrientation(is_landscape=True), Answer("b", SAID), style=style
    )
    body = parsed.parse_body(content)
    assert len(list(body.iter(f"{W}sectPr"))) == 2
    assert not list(find_control(content, "a").element.iter(f"{W}sectPr"))
    assert validate_word_file(content, tmp_path) == []


def test_text_typed_over_a_prompt_does_not_look_like_one(
    library: Library, resources: Path, style: bytes
) -> None:
    content = writer.render(
        build_garden_document(make_garden(idea__name=None, why=None), library, resources), style
    )
    found = {
        each.tag: each.element.find(f"{W}sdtPr/{W}rPr") for each in parsed.list_controls(content)
    }
    look = found["why"]
    assert look is not None
    assert [(one.tag.removeprefix(W), one.get(f"{W}val")) for one in look] == [
        ("i", "0"),
        ("iCs", "0"),
        ("color", "auto"),
    ]
    assert parsed.list_controls(content)[0].element.find(f"{W}sdtPr/{W}rPr") is None


def test_a_control_around_paragraphs_says_so_and_is_no_field_for_libreoffice(
    example: Draft, rendered: Render
) -> None:
    gallery = f"{W}docPartObj/{W}docPartGallery"
    content = rendered(example).content
    around = [
        each for each in parsed.list_controls(content) if each.element.find(f"{W}sdtContent/{W}p")
    ]
    assert len(around) > 10
    # Contents are a part too, and the one that readers leave out.
    names = {find_property(each, gallery).get(f"{W}val") for each in around}
    assert names == {"Quick Parts"}
