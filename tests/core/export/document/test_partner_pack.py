"""The file for one partner: all that is asked of it, and nothing of anybody else."""

import base64
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from erasmus_desk.call.form import ListSpec, QuestionType
from erasmus_desk.call.form import Question as FormQuestion
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import visibility
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.item_tree import walk_inside
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.errors import ChoiceError
from erasmus_desk.export import export
from erasmus_desk.export.document import partner_pack
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Cell,
    Checkboxes,
    Cover,
    Document,
    Heading,
    LangText,
    Paragraph,
    ParagraphRole,
    Profile,
    Question,
    Table,
)
from erasmus_desk.export.document.context import load_labels
from erasmus_desk.export.document.partner_pack import LanguageTexts, PartnerRequest
from erasmus_desk.export.document.partner_scope import limit_to_partner
from erasmus_desk.export.word import writer
from erasmus_desk.storage import drafts
from tests.core.complete import put_answer
from tests.core.export.gardens import (
    NOW,
    list_parts,
    make_garden,
    read_part,
    replace_parts,
    validate_word_file,
)
from tests.core.export.marks import Mark, find_leaks, find_visible_marks, mark_answers
from tests.core.export.plans import make_plan
from tests.core.export.spreadsheet.test_workbook import change_answers
from tests.docx_lint import lint

MEMBERS = tuple(f"m{place}" for place in range(1, 7))


def many_members() -> Draft:
    """Six organisations of the invented call, each with helpers."""
    draft = make_garden(members=MEMBERS)
    for member in MEMBERS:
        rows = (f"{member}h1", f"{member}h2")
        draft = change_answers(draft, **{f"member__called___{member}": f"School {member}"})
        draft = change_answers(draft, **{f"helpers___{member}": rows})
    return draft


DRAFTS: dict[str, Callable[[], Draft]] = {
    "plan": lambda: make_plan(4, 2, 2, 2, 2),
    "large": lambda: make_plan(12, 2, 2, 2, 3, language="nl"),
    "garden": many_members,
}


@pytest.fixture(params=DRAFTS)
def whole(request: pytest.FixtureRequest) -> Draft:
    return DRAFTS[request.param]()


def render_partner_file(draft: Draft, library: Library, resources: Path, partner: str) -> bytes:
    request = export.ExportRequest(
        Profile.PARTNERS, partner=partner, reply_by=date(2017, 3, 1), second_language="nl"
    )
    return export.render_word(draft, library, resources, request).content


def build_partner_document(
    draft: Draft, library: Library, resources: Path, partner: str, beside: str = ""
) -> Document:
    request = export.ExportRequest(Profile.PARTNERS, partner=partner, second_language=beside)
    return export.build_document(draft, library, resources, request)


def list_partner_ids(draft: Draft, library: Library) -> tuple[str, ...]:
    return tuple(item for item, _ in export.list_partners(draft, library.load_pack(draft.pack.id)))


def find_all_leaks(draft: Draft, library: Library, resources: Path) -> list[str]:
    made, marks = mark_answers(draft, library.load_pack(draft.pack.id))
    return [
        f"{partner}: {leak}"
        for partner in list_partner_ids(made, library)
        for leak in find_leaks(
            render_partner_file(made, library, resources, partner), marks, partner
        )
    ]


def test_no_private_answer_of_others_is_in_the_file(
    whole: Draft, library: Library, resources: Path
) -> None:
    assert find_all_leaks(whole, library, resources) == []


@pytest.mark.share(2)
def test_no_private_answer_of_others_is_in_the_file_of_an_example(
    example: Draft, library: Library, resources: Path
) -> None:
    assert find_all_leaks(example, library, resources) == []


@pytest.mark.parametrize(
    ("file", "question"), [("the-empty-chair", "wp.cost"), ("schaduwkaart", "act.cost")]
)
def test_how_an_amount_was_reached_is_for_those_alone_whose_amount_it_is(
    file: str, question: str, library: Library, resources: Path
) -> None:
    draft = drafts.read(resources / "examples" / f"{file}.erasmus").draft
    pack = library.load_pack(draft.pack.id)
    listed = pack.form.list_of(question)
    told = [draft.text(question, item) for item in draft.items(listed)]
    assert len(told) > 3
    for partner in draft.items("organisations"):
        scope = limit_to_partner(draft, pack, partner).draft
        assert [item for item in draft.items(listed) if scope.get(Key(question, item))] == []
    # A record of one organisation is its own as a whole.
    alone, (first, *_) = draft.items("organisations")[0], draft.items(listed)
    inside = (first, *(row for row, _ in walk_inside(draft, pack.form, listed, first)))
    for name, one in pack.form.questions.items():
        for item in inside:
            if one.of == "organisations" and draft.get(Key(name, item)) is not None:
                is_several = one.type is QuestionType.ITEMS
                draft = put_answer(draft, name, (alone,) if is_several else alone, item)
    scope = limit_to_partner(draft, pack, alone).draft
    assert scope.text(question, first) == told[0]


def test_all_answers_of_the_partner_are_in_its_file(
    whole: Draft, library: Library, resources: Path
) -> None:
    pack = library.load_pack(whole.pack.id)
    made, marks = mark_answers(whole, pack)
    places = {one.key for one in visibility.visible_questions(made, pack)}
    own = [one for one in marks if one.seen_by and one.key in places]
    assert len(own) > 1
    for partner in list_partner_ids(made, library):
        there = find_visible_marks(render_partner_file(made, library, resources, partner))
        assert [one for one in own if one.is_for(partner) and one.sign not in there] == []


def plain(secret: bytes) -> bytes:
    return secret


def wide(secret: bytes) -> bytes:
    return secret.decode().encode("utf-16-le")


def packed(secret: bytes) -> bytes:
    return base64.b64encode(zlib.compress(secret))


def spread(secret: bytes) -> bytes:
    return b"<w:t>" + secret[:6] + b"</w:t><w:t>" + secret[6:] + b"</w:t>"


@pytest.mark.parametrize("hide", [plain, wide, base64.b64encode, packed, spread])
def test_the_scan_finds_what_is_hidden(
    hide: Callable[[bytes], bytes], library: Library, resources: Path
) -> None:
    made, marks = mark_answers(make_plan(3, 1, 1, 1, 1), library.load_pack("ka2-2017"))
    secret = next(one for one in marks if one.key == Key("rep.family", "p2"))
    content = render_partner_file(made, library, resources, "p1")
    assert find_leaks(content, marks, "p1") == []
    planted = replace_parts(content, {"customXml/item1.xml": hide(str(secret.value).encode())})
    assert "rep.family@p2 in customXml/item1.xml" in find_leaks(planted, marks, "p1")


def test_private_answers_of_another_call_are_recognised_by_type(
    library: Library, resources: Path, style: bytes
) -> None:
    pack = make_strange_pack(library.load_pack("ka2-2017"))
    draft = change_answers(
        make_plan(3, 0, 0, 0, 2),
        # The first activity is of all; the second names one partner and nobody else.
        visitors___a0=("v1", "v2"),
        visitors___a1=("v3",),
        ltt__host___a1="p1",
        activity_groups___a1=("a1g1",),
        visit__of___v2="p2",
    )
    made, marks = mark_answers(draft, pack)
    spoken = LanguageTexts(library.load_texts(pack.id, "en"), load_labels(resources, "en"))
    own = {Key("ltt.fee", "a1"), Key("ltt.mail", "a1"), Key("visit.name", "v3")}
    for partner in ("p0", "p1", "p2"):
        document = partner_pack.build_partner_document(made, pack, spoken, PartnerRequest(partner))
        content = writer.render(document, style)
        assert find_leaks(content, marks, partner) == []
        there = {
            one.key for one in list_private_marks(marks) if one.sign in find_visible_marks(content)
        }
        assert there == {"p0": set[Key](), "p1": own, "p2": {Key("visit.name", "v2")}}[partner]


def make_strange_pack(pack: Pack) -> Pack:
    """The call with money, an address and a list of persons in the records of its activities."""
    like = pack.form.questions["ltt.city"]
    new = (
        replace(like, id="ltt.fee", type=QuestionType.MONEY, format="", required=True),
        replace(like, id="ltt.mail", format="email", required=True),
        replace(like, id="ltt.visitors", type=QuestionType.TABLE, format="", rows="visitors"),
        replace(like, id="visit.name", format="", required=True),
        replace(like, id="visit.of", type=QuestionType.ITEM, format="", of="organisations"),
    )
    asked_for = tuple(one.id for one in new[:3])
    visitors = ListSpec("visitors", "visit.name", ("visit.name", "visit.of"), "activities")
    spec = pack.form.lists["activities"]
    lists = {
        **pack.form.lists,
        "activities": replace(spec, questions=(*spec.questions, *asked_for)),
        "visitors": visitors,
    }
    questions: dict[str, FormQuestion] = {**pack.form.questions, **{one.id: one for one in new}}
    sections = tuple(
        replace(
            section,
            groups=tuple(
                replace(group, questions=(*group.questions, *asked_for))
                if group.list == "activities"
                else group
                for group in section.groups
            ),
        )
        for section in pack.form.sections
    )
    form = replace(pack.form, sections=sections, questions=questions, lists=lists)
    return replace(pack, form=form)


def list_private_marks(marks: tuple[Mark, ...]) -> list[Mark]:
    names = {"ltt.fee", "ltt.mail", "visit.name"}
    return [one for one in marks if one.key.question in names]


def test_what_is_withheld_is_not_asked_either(library: Library, resources: Path) -> None:
    pack = make_strange_pack(library.load_pack("ka2-2017"))
    spoken = LanguageTexts(library.load_texts(pack.id, "en"), load_labels(resources, "en"))
    document = partner_pack.build_partner_document(
        make_plan(3, 0, 0, 0, 2), pack, spoken, PartnerRequest("p1")
    )
    keys = set(list_answer_keys(document.blocks))
    assert "ltt.title@a0" in keys
    assert not keys & {"ltt.fee@a0", "ltt.mail@a0", "visitors@a0"}


def list_answer_keys(blocks: tuple[Block, ...]) -> list[str]:
    """The keys of all answers."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Answer(key) | Checkboxes(key) | Heading(_, _, _, key):
                found.append(key)
            case Table():
                found += [cell.key for row in block.rows for cell in row]
            case _:
                pass
    return [key for key in found if key]


def test_every_question_about_the_partner_has_the_key_of_its_answer(
    example: Draft, library: Library, resources: Path
) -> None:
    pack = library.load_pack(example.pack.id)
    _, partner, *_ = list_partner_ids(example, library)
    keys = list_answer_keys(build_partner_document(example, library, resources, partner).blocks)
    places = {
        str(one.key)
        for one in visibility.visible_questions(example, pack)
        if one.key.item == partner
    }
    tables = {key for key in places if Key.parse(key).question in pack.form.lists}
    assert places - tables <= set(keys)
    rows = [row for table in tables for row in example.items(Key.parse(table).question, partner)]
    assert all(any(key.endswith(f"@{row}") for key in keys) for row in rows)


def test_only_activities_that_name_the_partner_are_there_under_their_own_numbers(
    library: Library, resources: Path
) -> None:
    draft = make_plan(6, 3, 3, 0, 0)
    found = build_partner_document(draft, library, resources, "p5").blocks
    headings = [(one.number, one.text.text) for one in found if isinstance(one, Heading)]
    assert [one for one in headings if one[0][:1] in {"O", "E"}] == []
    notes = [one.text.text for one in found if isinstance(one, Paragraph)]
    assert any("not in an activity yet" in one for one in notes)
    found = build_partner_document(
        change_answers(draft, me__leader___e2="p5"), library, resources, "p5"
    ).blocks
    numbers = [one.number for one in found if isinstance(one, Heading)]
    assert "E3" in numbers
    assert not {"E1", "E2", "O1"} & set(numbers)


def test_a_record_of_several_shows_the_partners_own_rows_only(
    library: Library, resources: Path
) -> None:
    found = build_partner_document(make_plan(4, 0, 0, 1, 0), library, resources, "p2").blocks
    tables = [one for one in found if isinstance(one, Table)]
    rows = [row for one in tables for row in one.rows if row[0].key.startswith("trv.")]
    assert [[cell.key for cell in row][:2] for row in rows] == [
        ["trv.organisation@m0t2", "trv.persons@m0t2"]
    ]


def test_where_others_have_rows_and_the_partner_none_it_is_asked_for_a_comment(
    library: Library, resources: Path
) -> None:
    draft = change_answers(make_plan(4, 1, 0, 0, 0), io__participants___o0=("p3",))
    found = build_partner_document(draft, library, resources, "p3").blocks
    assert "output_days@o0" not in list_answer_keys(found)
    notes = [one.text.text for one in found if isinstance(one, Paragraph)]
    assert any(one.startswith("Working days: nothing is filled in") for one in notes)


def test_the_schedule_is_sorted_by_date_and_says_where_the_partner_is_named(
    library: Library, resources: Path
) -> None:
    draft = change_answers(make_plan(4, 2, 1, 1, 1), ltt__start___a0=None, ltt__end___a0=None)
    found = build_partner_document(draft, library, resources, "p0").blocks
    place = next(
        at
        for at, one in enumerate(found)
        if isinstance(one, Heading) and one.text.text == "Your activities"
    )
    table = found[place + 1]
    assert isinstance(table, Table)
    rows = [[cell.text.text for cell in row] for row in table.rows]
    assert [one[0].partition(" ")[0] for one in rows] == ["O1", "M1", "O2", "E1", "C1"]
    assert rows[0][1] == "Led by\nTaking part\nWorking days"
    assert rows[-1][2] == "Please fill in" or rows[-1][2] == "Not answered yet"


def test_the_cover_and_title_name_the_partner_and_the_reply_date(
    library: Library, resources: Path
) -> None:
    request = export.ExportRequest(
        Profile.PARTNERS, partner="p1", reply_by=date(2017, 3, 1), second_language="nl"
    )
    document = export.build_document(make_plan(), library, resources, request)
    cover = document.blocks[0]
    assert isinstance(cover, Cover)
    facts = {fact.label.text: fact.values[0].text for fact in cover.facts}
    assert facts["For"] == "Secondary school Porto 2"
    assert facts["Please reply by"] == "1\u00a0March 2017"
    assert facts["Applicant"] == "Secondary school Lommel 1"
    assert set(facts) == {"For", "Please reply by", "Call", "Duration", "Applicant"}
    assert [note.language for note in cover.notes] == ["en", "nl"]
    assert document.properties.title.endswith("– Secondary school Porto 2")


def test_a_line_ends_between_two_dates_and_not_within_one(
    library: Library, resources: Path
) -> None:
    blocks = build_partner_document(make_plan(), library, resources, "p1").blocks
    tables = [one for one in blocks if isinstance(one, Table)]
    periods = {row[-1].text.text for one in tables for row in one.rows if len(row) == 3}
    spans = [one for one in periods if " " in one]
    assert spans
    assert all(len(one.split(" ")) == 3 for one in spans), spans


def test_a_second_language_is_below_the_first_and_marked_as_such(
    library: Library, resources: Path
) -> None:
    found = build_partner_document(make_plan(), library, resources, "p1", "nl").blocks
    second = [
        one.text
        for one in found
        if isinstance(one, Paragraph) and one.role is ParagraphRole.SECOND_LANGUAGE
    ]
    assert LangText("Deelnemende organisatie(s)", "nl") in second
    assert {one.language for one in second} == {"nl"}
    facts = next(one for one in found if isinstance(one, Table))
    asked_for = next(row for row in facts.rows if row[1].key == "org.address@p1")
    assert asked_for[0].text == LangText("Address", "en")
    assert asked_for[0].notes[0] == LangText("Adres", "nl")
    body = read_part(
        render_partner_file(make_plan(), library, resources, "p1"), "word/document.xml"
    )
    assert '<w:lang w:val="nl-NL" w:eastAsia="nl-NL"/></w:rPr><w:t xml:space="preserve">Adres' in (
        body.replace("nl-BE", "nl-NL")
    )


@pytest.mark.parametrize("beside", ["", "en", "pt", "nonsense"])
def test_without_texts_in_a_second_language_nothing_is_repeated(
    beside: str, library: Library, resources: Path
) -> None:
    found = build_partner_document(make_plan(), library, resources, "p1", beside).blocks
    assert not any(
        isinstance(one, Paragraph) and one.role is ParagraphRole.SECOND_LANGUAGE for one in found
    )
    assert not any(
        below.language != "en"
        for one in found
        if isinstance(one, Table)
        for row in one.rows
        for cell in row
        for below in cell.notes
    )


def test_questions_are_there_in_full_with_help_choices_and_counter(
    library: Library, resources: Path
) -> None:
    found = build_partner_document(make_plan(), library, resources, "p1").blocks
    place = next(
        at
        for at, one in enumerate(found)
        if isinstance(one, Question) and one.key == "bg.present@p1"
    )
    tones = [one.role for one in found[place + 1 : place + 5] if isinstance(one, Paragraph)]
    assert tones == [
        ParagraphRole.OFFICIAL,
        ParagraphRole.GUIDANCE,
        ParagraphRole.GUIDANCE,
        ParagraphRole.COUNTER,
    ]
    below = [
        below.text
        for one in found
        if isinstance(one, Table)
        for row in one.rows
        for below in row[0].notes
    ]
    assert any(one.startswith("Choose from: ") for one in below)
    assert "Choose from: Yes · No" not in below  # boxes to click show it
    assert any(one.startswith("Nine digits.") for one in below)


def test_missing_answers_ask_to_be_filled_in(library: Library, resources: Path) -> None:
    found = build_partner_document(make_plan(), library, resources, "p1").blocks
    cells = {
        cell.key: cell
        for one in found
        if isinstance(one, Table)
        for row in one.rows
        for cell in row
    }
    assert cells["org.pic@p1"] == Cell(
        LangText("Please fill in", "en"), "org.pic@p1", is_missing=True
    )
    assert cells["org.fax@p1"].text.text == "Fill in if it applies"
    assert cells["org.fax@p1"].is_missing


def test_own_costs_are_there_and_those_of_others_are_not(library: Library, resources: Path) -> None:
    draft = make_plan()
    keys = list_answer_keys(build_partner_document(draft, library, resources, "p0").blocks)
    assert {"spc.amount@s1", "exc.cost@x2"} <= set(keys)
    assert "exc.cost@x1" not in keys
    keys = list_answer_keys(build_partner_document(draft, library, resources, "p1").blocks)
    assert not [key for key in keys if key.startswith(("spc.", "exc."))]


def test_the_applicant_can_be_asked_too(library: Library, resources: Path) -> None:
    found = build_partner_document(make_plan(), library, resources, "p0").blocks
    numbers = [one.number for one in found if isinstance(one, Heading)]
    assert numbers[:3] == ["D", "D.1", "D.1.1"]


@pytest.mark.parametrize("partner", ["", "p9", "Secondary school Porto 2"])
def test_an_organisation_that_the_draft_does_not_have_is_refused(
    partner: str, library: Library, resources: Path
) -> None:
    with pytest.raises(ChoiceError) as caught:
        render_partner_file(make_plan(3, 0, 0, 0, 0), library, resources, partner)
    assert caught.value.message_id == "choice.partner"
    assert "2 Secondary school Porto 2" in str(caught.value.facts["known"])


@pytest.mark.parametrize("name", ["ka2-2017", "no-kinds"])
def test_a_draft_without_organisations_has_no_partner_to_ask(
    name: str, library: Library, resources: Path
) -> None:
    draft = create_draft(library.load_pack(name), {}, NOW, "empty")
    assert export.list_partners(replace(draft, answers={}), library.load_pack(name)) == ()
    with pytest.raises(ChoiceError) as caught:
        render_partner_file(replace(draft, answers={}), library, resources, "p1")
    assert caught.value.message_id == "choice.partner-none"


def test_the_name_of_the_file_ends_in_that_of_the_partner(library: Library) -> None:
    draft = make_plan()
    assert (
        export.suggest_file_name(draft, library, "p1") == "AIRWISE - Secondary school Porto 2.docx"
    )
    unnamed = change_answers(draft, org__name_lat___p1=None)
    assert export.suggest_file_name(unnamed, library, "p1") == "AIRWISE - 2.docx"
    strange_name = change_answers(draft, org__name_lat___p1="a/b: <c>?")
    assert export.suggest_file_name(strange_name, library, "p1") == "AIRWISE - a b c.docx"


@pytest.mark.share(4)
def test_the_file_for_each_partner_of_an_example_is_valid_and_accessible(
    example: Draft, library: Library, resources: Path, tmp_path: Path
) -> None:
    for partner in list_partner_ids(example, library):
        made = render_partner_file(example, library, resources, partner)
        assert lint(made) == []
        assert validate_word_file(made, tmp_path) == []


def test_the_file_for_a_partner_without_answers_is_valid(
    library: Library, resources: Path, tmp_path: Path
) -> None:
    draft = change_answers(make_plan(2, 0, 0, 0, 0), org__name_lat___p1=None)
    for one, partner in ((draft, "p1"), (many_members(), "m2"), (make_garden(), "m2")):
        made = render_partner_file(one, library, resources, partner)
        assert lint(made) == []
        assert validate_word_file(made, tmp_path) == []


def test_equal_drafts_give_equal_bytes(library: Library, resources: Path) -> None:
    first, second = (render_partner_file(make_plan(), library, resources, "p1") for _ in range(2))
    assert first == second
    assert list_parts(first) == list_parts(second)
