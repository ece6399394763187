"""Every answer in a Word file stands in a control: editable, not deletable, known by its tag."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import (
    Answer,
    Cell,
    Choice,
    Column,
    Control,
    Cover,
    Look,
    Profile,
    Run,
    Said,
    Table,
    Tick,
    Ticks,
    Turn,
)
from erasmus_desk.export.word import writer
from erasmus_desk.round_trip.record import LONGEST_TAG, tag
from tests.core.export import parsed
from tests.core.export.gardens import audited, document, garden, outlined, part
from tests.core.export.parsed import W14, W
from tests.core.export.plans import planned
from tests.docx_lint import findings

SAID = Said("x", "nl")
LONG = "q" * 60 + "@" + "i" * 30


def made(*blocks: object, style: bytes) -> bytes:
    return writer.render(document(*blocks), style)  # pyright: ignore[reportArgumentType]


def one(content: bytes, name: str) -> parsed.Control:
    (found,) = (each for each in parsed.controls(content) if each.tag == name)
    return found


def kind(control: parsed.Control, name: str) -> ET.Element:
    found = control.element.find(f"{W}sdtPr/{name}")
    assert found is not None
    return found


def changed(draft: Draft, **answers: Value | None) -> Draft:
    keys = {Key.parse(name.replace("__", ".")): value for name, value in answers.items()}
    return draft.apply(*(Change(key, draft.get(key), value) for key, value in keys.items()))


@pytest.mark.parametrize("profile", Profile)
def test_controls_of_an_example_are_locked_labelled_and_numbered(
    profile: Profile, example: Draft, library: Library, resources: Path
) -> None:
    wish = export.Wish(profile, partner=example.items("organisations")[1])
    found = parsed.controls(export.proposal(example, library, resources, wish))
    numbers = [each.number for each in found]
    assert len(found) > 50
    assert {each.lock for each in found} == {"sdtLocked"}
    assert len(set(numbers)) == len(numbers)
    assert all(0 < number < 2**31 for number in numbers)
    assert all(each.label.strip() and len(each.label) <= 64 for each in found)
    assert all(each.tag and len(each.tag) <= LONGEST_TAG for each in found)


def test_a_long_answer_stands_in_a_control_between_paragraphs(style: bytes) -> None:
    content = made(Answer("a", Said("one\n\ntwo", "nl")), style=style)
    control = one(content, "a")
    assert (control.inside, control.text, control.kind) == ("body", "one\ntwo", "")
    assert parsed.anchored(content) == {"_Desk0001": "one\ntwo"}


def test_a_short_answer_stands_in_a_control_inside_its_paragraph(style: bytes) -> None:
    content = made(Answer("a", SAID, control=Control()), style=style)
    assert one(content, "a").inside == "p"
    assert parsed.anchored(content) == {"_Desk0001": "x"}


def test_a_short_answer_of_several_lines_gets_a_control_around_them(style: bytes) -> None:
    content = made(Answer("a", Said("x\ny", "nl"), control=Control()), style=style)
    assert (one(content, "a").inside, one(content, "a").text) == ("body", "x\ny")


@pytest.mark.parametrize(
    ("text", "run", "control", "inside"),
    [
        ("x", Run.TEXT, Control(), "p"),
        ("12", Run.NUMBER, Control(), "p"),
        ("x\n\ny", Run.TEXT, Control(), "tc"),
        ("x", Run.TEXT, Control(is_long=True), "tc"),
        ("", Run.TEXT, Control(), "p"),
    ],
)
def test_a_cell_has_its_control_in_the_paragraph_or_around_all_of_them(
    text: str, run: Run, control: Control, inside: str, style: bytes, tmp_path: Path
) -> None:
    cells = (Cell(SAID), Cell(Said(text, "nl"), "a", control=control))
    table = Table(Look.GRID, SAID, SAID, (Column(SAID, 1), Column(SAID, 1, run)), (cells,))
    content = made(table, style=style)
    assert one(content, "a").inside == inside
    assert one(content, "a").text == (text.replace("\n\n", "\n") or "–")
    assert audited(content, tmp_path) == []
    assert findings(content) == []


def test_what_is_missing_is_a_placeholder_that_typing_replaces(style: bytes) -> None:
    cells = (Cell(SAID), Cell(SAID, "b", missing=True), Cell(Said("–", "nl"), "c", empty=True))
    table = Table(Look.GRID, SAID, SAID, (Column(SAID, 1),) * 3, (cells,))
    missing = (Answer("a", SAID, missing=True), table, Answer("d", SAID))
    found = {each.tag: each.is_empty for each in parsed.controls(made(*missing, style=style))}
    assert found == {"a": True, "b": True, "c": True, "d": False}


def test_a_single_choice_drops_down_with_the_words_shown(style: bytes, tmp_path: Path) -> None:
    choices = (Choice("nl", "Nederlands & meer"), Choice("fr", "Frans"))
    content = made(Answer("a", Said("Frans", "nl"), control=Control(choices)), style=style)
    listed = kind(one(content, "a"), f"{W}dropDownList")
    assert [(item.get(f"{W}value"), item.get(f"{W}displayText")) for item in listed] == [
        ("nl", "Nederlands & meer"),
        ("fr", "Frans"),
    ]
    assert audited(content, tmp_path) == []


def test_a_choice_of_the_form_offers_what_the_form_offers(
    library: Library, resources: Path, style: bytes
) -> None:
    content = writer.render(outlined(garden(), library, resources), style)
    listed = kind(one(content, "size"), f"{W}dropDownList")
    assert {item.get(f"{W}value") for item in listed} == {"small", "large"}
    assert one(content, "size").text in {item.get(f"{W}displayText") for item in listed}


def test_a_choice_that_is_not_offered_any_more_stays_in_the_list(
    library: Library, resources: Path, style: bytes
) -> None:
    content = writer.render(outlined(garden(size="gone"), library, resources), style)
    listed = kind(one(content, "size"), f"{W}dropDownList")
    assert [item.get(f"{W}value") for item in listed][-1] == "gone"


def test_names_that_cannot_be_told_apart_are_typed_not_chosen(
    library: Library, resources: Path
) -> None:
    draft = planned(3, 1, 0, 0, 0)
    alike = {f"org.name_lat@{item}": "Same school" for item in draft.items("organisations")}
    draft = draft.apply(*(Change(Key.parse(key), None, name) for key, name in alike.items()))
    content = export.proposal(draft, library, resources)
    offered = [
        [item.get(f"{W}displayText") for item in each.element.iter(f"{W}listItem")]
        for each in parsed.controls(content)
    ]
    assert not any("Same school" in names for names in offered)
    assert all(len(names) == len(set(names)) for names in offered)


def test_a_date_is_picked_and_says_its_day_and_shape(style: bytes, tmp_path: Path) -> None:
    how = Control(is_day=True, day=date(2017, 9, 1))
    content = made(Answer("a", Said("1 september 2017", "nl"), control=how), style=style)
    picked = kind(one(content, "a"), f"{W}date")
    assert picked.get(f"{W}fullDate") == "2017-09-01T00:00:00Z"
    shape, language = picked.find(f"{W}dateFormat"), picked.find(f"{W}lid")
    assert shape is not None
    assert language is not None
    assert (shape.get(f"{W}val"), language.get(f"{W}val")) == ("d MMMM yyyy", "nl-NL")
    assert audited(content, tmp_path) == []


def test_a_date_that_is_missing_can_be_picked_too(style: bytes, tmp_path: Path) -> None:
    missing = Answer("a", SAID, missing=True, control=Control(is_day=True))
    content = made(missing, style=style)
    assert kind(one(content, "a"), f"{W}date").get(f"{W}fullDate") is None
    assert audited(content, tmp_path) == []


def test_boxes_can_be_clicked_each_with_the_tag_of_its_option(style: bytes, tmp_path: Path) -> None:
    ticks = (Tick(ticked=True, text=Said("One", "nl"), option="1"), Tick(False, SAID, "2"))
    content = made(Ticks("a", ticks), style=style)
    assert one(content, "a").text == "☒\tOne\n☐\tx"
    for option, ticked in (("1", "1"), ("2", "0")):
        box = one(content, f"a={option}")
        checked = kind(box, f"{W14}checkbox").find(f"{W14}checked")
        assert checked is not None
        assert checked.get(f"{W14}val") == ticked
        assert (box.inside, box.text) == ("p", "☒" if ticked == "1" else "☐")
    assert 'mc:Ignorable="w14"' in part(content, "word/document.xml")
    assert audited(content, tmp_path) == []


@pytest.mark.parametrize("answer", [True, False, None])
def test_yes_and_no_are_boxes_in_one_line_also_before_they_are_answered(
    answer: bool | None, library: Library, resources: Path
) -> None:
    draft = changed(planned(2, 0, 0, 0, 0), pri__national=answer)
    content = export.proposal(draft, library, resources, export.Wish(Profile.QUESTIONS))
    whole = one(content, "pri.national")
    ticked = {
        option: one(content, f"pri.national={option}").text == "☒" for option in ("yes", "no")
    }
    assert ticked == {"yes": answer is True, "no": answer is False}
    assert whole.text.count("\u00a0") == 2
    assert not whole.is_empty


def test_an_assessor_reads_that_yes_or_no_is_missing(library: Library, resources: Path) -> None:
    draft = changed(planned(2, 0, 0, 0, 0), pri__national=None)
    found = {each.tag for each in parsed.controls(export.proposal(draft, library, resources))}
    assert "pri.national=yes" not in found


def test_tags_too_long_for_word_are_digests_that_the_record_resolves(
    style: bytes, tmp_path: Path
) -> None:
    tick = Tick(ticked=True, text=SAID, option="o" * 70)
    content = made(Answer(LONG, SAID), Ticks("a", (tick,)), style=style)
    long, whole, box = parsed.controls(content)
    assert long.tag == tag(Key.parse(LONG))
    assert long.tag.startswith("#")
    assert whole.tag == "a"
    assert box.tag.startswith("#")
    assert audited(content, tmp_path) == []


def test_a_long_label_is_cut_where_a_word_ends(style: bytes) -> None:
    labels = {"a": "What will be done & by whom " * 5}
    content = writer.render(replace(document(Answer("a", SAID)), labels=labels), style)
    label = one(content, "a").label
    assert label.endswith(" …")
    assert len(label) <= 64
    assert labels["a"].startswith(label.removesuffix(" …"))


def test_cover_headings_and_overview_show_answers_in_controls_of_their_own(
    library: Library, resources: Path, style: bytes
) -> None:
    content = writer.render(outlined(garden(), library, resources), style)
    titles = [each for each in parsed.controls(content) if each.tag == "idea.name"]
    names = [each for each in parsed.controls(content) if each.tag == "member.called@m1"]
    assert [each.inside for each in titles] == ["p", "p"]
    assert {each.text for each in names} == {"School of the Rose"}
    assert len(names) == 3


def test_a_proposal_without_a_title_has_a_place_for_one_on_its_cover(
    library: Library, resources: Path, style: bytes
) -> None:
    document = outlined(garden(idea__name=None), library, resources)
    assert isinstance(document.blocks[0], Cover)
    first = parsed.controls(writer.render(document, style))[0]
    assert (first.tag, first.is_empty) == ("idea.name", True)


def test_what_is_worked_out_from_other_answers_stands_in_no_control(
    library: Library, resources: Path
) -> None:
    content = export.proposal(planned(), library, resources, export.Wish(Profile.QUESTIONS))
    form = library.pack("ka2-2017").form
    computed = {name for name, question in form.questions.items() if question.computed}
    assert computed
    assert not computed & {each.tag.partition("@")[0] for each in parsed.controls(content)}


def test_bookmarks_have_names_and_numbers_of_their_own(
    example: Draft, library: Library, resources: Path
) -> None:
    body = part(export.proposal(example, library, resources), "word/document.xml")
    starts = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/>', body)
    ends = re.findall(r'<w:bookmarkEnd w:id="(\d+)"/>', body)
    assert len({number for number, _ in starts}) == len(starts) == len(ends)
    assert {number for number, _ in starts} == set(ends)
    anchors = [name for _, name in starts if name.startswith("_Desk")]
    assert anchors == [f"_Desk{number:04}" for number in range(1, len(anchors) + 1)]


def test_a_section_that_ends_with_an_answer_keeps_the_pages_of_the_next(
    style: bytes, tmp_path: Path
) -> None:
    content = made(Answer("a", SAID), Turn(wide=True), Answer("b", SAID), style=style)
    body = parsed.body(content)
    assert len(list(body.iter(f"{W}sectPr"))) == 2
    assert not list(one(content, "a").element.iter(f"{W}sectPr"))
    assert audited(content, tmp_path) == []


def test_what_is_typed_over_a_plea_does_not_look_like_one(
    library: Library, resources: Path, style: bytes
) -> None:
    content = writer.render(outlined(garden(idea__name=None, why=None), library, resources), style)
    found = {each.tag: each.element.find(f"{W}sdtPr/{W}rPr") for each in parsed.controls(content)}
    look = found["why"]
    assert look is not None
    assert [(one.tag.removeprefix(W), one.get(f"{W}val")) for one in look] == [
        ("i", "0"),
        ("iCs", "0"),
        ("color", "auto"),
    ]
    assert parsed.controls(content)[0].element.find(f"{W}sdtPr/{W}rPr") is None


def test_a_control_around_paragraphs_says_so_and_is_no_field_for_libreoffice(
    library: Library, resources: Path, example: Draft
) -> None:
    gallery = f"{W}docPartObj/{W}docPartGallery"
    content = export.proposal(example, library, resources)
    around = [each for each in parsed.controls(content) if each.element.find(f"{W}sdtContent/{W}p")]
    assert len(around) > 10
    # Contents are a part too, and the one that readers leave out.
    names = {kind(each, gallery).get(f"{W}val") for each in around}
    assert names == {"Quick Parts"}
