"""The file for one partner: all that is asked of it, and nothing of anybody else."""

import base64
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from erasmus_desk.call.form import ListSpec, QuestionType
from erasmus_desk.call.form import Question as FormQuestion
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import visibility
from erasmus_desk.draft.create import begin
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.errors import ChoiceError
from erasmus_desk.export import export
from erasmus_desk.export.document import partner_pack
from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Cell,
    Cover,
    Document,
    Heading,
    Paragraph,
    Profile,
    Question,
    Said,
    Table,
    Ticks,
    Tone,
)
from erasmus_desk.export.document.labels import labels
from erasmus_desk.export.document.partner_pack import Request, Spoken
from erasmus_desk.export.word import writer
from tests.core.export.gardens import NOW, audited, garden, names, part, replaced
from tests.core.export.marks import Mark, leaks, marked, shown
from tests.core.export.plans import planned
from tests.core.export.spreadsheet.test_workbook import changed
from tests.docx_lint import findings

MEMBERS = tuple(f"m{place}" for place in range(1, 7))


def many_members() -> Draft:
    """Six organisations of the invented call, each with helpers."""
    draft = garden(members=MEMBERS)
    for member in MEMBERS:
        rows = (f"{member}h1", f"{member}h2")
        draft = changed(draft, **{f"member__called___{member}": f"School {member}"})
        draft = changed(draft, **{f"helpers___{member}": rows})
    return draft


DRAFTS: dict[str, Callable[[], Draft]] = {
    "plan": lambda: planned(6, 3, 4, 5, 4),
    "large": lambda: planned(12, 2, 2, 2, 3, language="nl"),
    "garden": many_members,
}


@pytest.fixture(params=DRAFTS)
def whole(request: pytest.FixtureRequest) -> Draft:
    return DRAFTS[request.param]()


def file(draft: Draft, library: Library, resources: Path, partner: str) -> bytes:
    wish = export.Wish(Profile.PARTNERS, partner=partner, reply_by=date(2017, 3, 1), beside="nl")
    return export.proposal(draft, library, resources, wish)


def outlined(
    draft: Draft, library: Library, resources: Path, partner: str, beside: str = ""
) -> Document:
    wish = export.Wish(Profile.PARTNERS, partner=partner, beside=beside)
    return export.outlined(draft, library, resources, wish)


def everybody(draft: Draft, library: Library) -> tuple[str, ...]:
    return tuple(item for item, _ in export.partners(draft, library.pack(draft.pack.id)))


def all_leaks(draft: Draft, library: Library, resources: Path) -> list[str]:
    made, marks = marked(draft, library.pack(draft.pack.id))
    return [
        f"{partner}: {leak}"
        for partner in everybody(made, library)
        for leak in leaks(file(made, library, resources, partner), marks, partner)
    ]


def test_nothing_of_anybody_else_is_anywhere_in_the_file(
    whole: Draft, library: Library, resources: Path
) -> None:
    assert all_leaks(whole, library, resources) == []


def test_nothing_of_anybody_else_is_in_the_file_of_an_example(
    example: Draft, library: Library, resources: Path
) -> None:
    assert all_leaks(example, library, resources) == []


def test_all_that_is_the_partners_own_is_in_its_file(
    whole: Draft, library: Library, resources: Path
) -> None:
    pack = library.pack(whole.pack.id)
    made, marks = marked(whole, pack)
    places = {one.key for one in visibility.asked(made, pack)}
    own = [one for one in marks if one.seen_by and one.key in places]
    assert len(own) > 1
    for partner in everybody(made, library):
        there = shown(file(made, library, resources, partner))
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
    made, marks = marked(planned(3, 1, 1, 1, 1), library.pack("ka2-2017"))
    secret = next(one for one in marks if one.key == Key("rep.family", "p2"))
    content = file(made, library, resources, "p1")
    assert leaks(content, marks, "p1") == []
    planted = replaced(content, {"customXml/item1.xml": hide(str(secret.value).encode())})
    assert "rep.family@p2 in customXml/item1.xml" in leaks(planted, marks, "p1")


def test_what_a_form_of_another_call_asks_is_told_apart_by_its_kind(
    library: Library, resources: Path, style: bytes
) -> None:
    pack = strange(library.pack("ka2-2017"))
    draft = changed(
        planned(3, 0, 0, 0, 2),
        # The first activity is of all; the second names one partner and nobody else.
        visitors___a0=("v1", "v2"),
        visitors___a1=("v3",),
        ltt__host___a1="p1",
        activity_groups___a1=("a1g1",),
        visit__of___v2="p2",
    )
    made, marks = marked(draft, pack)
    spoken = Spoken(library.texts(pack.id, "en"), labels(resources, "en"))
    own = {Key("ltt.fee", "a1"), Key("ltt.mail", "a1"), Key("visit.name", "v3")}
    for partner in ("p0", "p1", "p2"):
        document = partner_pack.build(made, pack, spoken, Request(partner))
        content = writer.render(document, style)
        assert leaks(content, marks, partner) == []
        there = {one.key for one in private(marks) if one.sign in shown(content)}
        assert there == {"p0": set[Key](), "p1": own, "p2": {Key("visit.name", "v2")}}[partner]


def strange(pack: Pack) -> Pack:
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


def private(marks: tuple[Mark, ...]) -> list[Mark]:
    names = {"ltt.fee", "ltt.mail", "visit.name"}
    return [one for one in marks if one.key.question in names]


def test_what_is_withheld_is_not_asked_either(library: Library, resources: Path) -> None:
    pack = strange(library.pack("ka2-2017"))
    spoken = Spoken(library.texts(pack.id, "en"), labels(resources, "en"))
    document = partner_pack.build(planned(3, 0, 0, 0, 2), pack, spoken, Request("p1"))
    keys = set(answered(document.blocks))
    assert "ltt.title@a0" in keys
    assert not keys & {"ltt.fee@a0", "ltt.mail@a0", "visitors@a0"}


def answered(blocks: tuple[Block, ...]) -> list[str]:
    """The keys of all answers."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Answer(key) | Ticks(key) | Heading(_, _, _, key):
                found.append(key)
            case Table():
                found += [cell.key for row in block.rows for cell in row]
            case _:
                pass
    return [key for key in found if key]


def test_every_question_about_the_partner_bears_the_key_that_brings_its_answer_home(
    example: Draft, library: Library, resources: Path
) -> None:
    pack = library.pack(example.pack.id)
    _, partner, *_ = everybody(example, library)
    keys = answered(outlined(example, library, resources, partner).blocks)
    places = {str(one.key) for one in visibility.asked(example, pack) if one.key.item == partner}
    tables = {key for key in places if Key.parse(key).question in pack.form.lists}
    assert places - tables <= set(keys)
    rows = [row for table in tables for row in example.items(Key.parse(table).question, partner)]
    assert all(any(key.endswith(f"@{row}") for key in keys) for row in rows)


def test_only_activities_that_name_the_partner_are_there_under_their_own_numbers(
    library: Library, resources: Path
) -> None:
    draft = planned(6, 3, 3, 0, 0)
    found = outlined(draft, library, resources, "p5").blocks
    headings = [(one.number, one.text.text) for one in found if isinstance(one, Heading)]
    assert [one for one in headings if one[0][:1] in {"O", "E"}] == []
    assert any(isinstance(one, Paragraph) and "No activity" in one.text.text for one in found)
    found = outlined(changed(draft, me__leader___e2="p5"), library, resources, "p5").blocks
    numbers = [one.number for one in found if isinstance(one, Heading)]
    assert "E3" in numbers
    assert not {"E1", "E2", "O1"} & set(numbers)


def test_a_record_of_several_shows_the_partners_own_rows_only(
    library: Library, resources: Path
) -> None:
    found = outlined(planned(4, 0, 0, 1, 0), library, resources, "p2").blocks
    tables = [one for one in found if isinstance(one, Table)]
    rows = [row for one in tables for row in one.rows if row[0].key.startswith("trv.")]
    assert [[cell.key for cell in row][:2] for row in rows] == [
        ["trv.organisation@m0t2", "trv.persons@m0t2"]
    ]


def test_where_others_have_rows_and_the_partner_none_it_is_asked_for_a_comment(
    library: Library, resources: Path
) -> None:
    draft = changed(planned(4, 1, 0, 0, 0), io__participants___o0=("p3",))
    found = outlined(draft, library, resources, "p3").blocks
    assert "output_days@o0" not in answered(found)
    notes = [one.text.text for one in found if isinstance(one, Paragraph)]
    assert any(one.startswith("Working days: nothing is filled in") for one in notes)


def test_the_schedule_runs_by_date_and_says_where_the_partner_stands(
    library: Library, resources: Path
) -> None:
    draft = changed(planned(4, 2, 1, 1, 1), ltt__start___a0=None, ltt__end___a0=None)
    found = outlined(draft, library, resources, "p0").blocks
    place = next(
        at
        for at, one in enumerate(found)
        if isinstance(one, Heading) and one.text.text == "Where you take part"
    )
    table = found[place + 1]
    assert isinstance(table, Table)
    told = [[cell.text.text for cell in row] for row in table.rows]
    assert [one[0].partition(" ")[0] for one in told] == ["O1", "M1", "O2", "E1", "C1"]
    assert told[0][1] == "Led by\nTaking part\nWorking days"
    assert told[-1][2] == "Please fill in" or told[-1][2] == "Not answered yet"


def test_the_cover_says_whose_it_is_and_until_when_and_the_title_too(
    library: Library, resources: Path
) -> None:
    wish = export.Wish(Profile.PARTNERS, partner="p1", reply_by=date(2017, 3, 1), beside="nl")
    document = export.outlined(planned(), library, resources, wish)
    cover = document.blocks[0]
    assert isinstance(cover, Cover)
    facts = {fact.label.text: fact.values[0].text for fact in cover.facts}
    assert facts["For"] == "Secondary school Porto 2"
    assert facts["Please answer by"] == "1 March 2017"
    assert facts["Applicant"] == "Secondary school Lommel 1"
    assert set(facts) == {"For", "Please answer by", "Call", "Duration", "Applicant"}
    assert [note.language for note in cover.notes] == ["en", "nl"]
    assert document.about.title.endswith("– Secondary school Porto 2")


def test_a_second_language_stands_below_the_first_and_bears_its_own_mark(
    library: Library, resources: Path
) -> None:
    found = outlined(planned(), library, resources, "p1", "nl").blocks
    second = [one.text for one in found if isinstance(one, Paragraph) and one.tone is Tone.BESIDE]
    assert Said("Deelnemende organisatie(s)", "nl") in second
    assert {one.language for one in second} == {"nl"}
    facts = next(one for one in found if isinstance(one, Table))
    asked_for = next(row for row in facts.rows if row[1].key == "org.address@p1")
    assert asked_for[0].text == Said("Address", "en")
    assert asked_for[0].below[0] == Said("Adres", "nl")
    body = part(file(planned(), library, resources, "p1"), "word/document.xml")
    assert '<w:lang w:val="nl-NL" w:eastAsia="nl-NL"/></w:rPr><w:t xml:space="preserve">Adres' in (
        body.replace("nl-BE", "nl-NL")
    )


@pytest.mark.parametrize("beside", ["", "en", "fr", "nonsense"])
def test_without_words_in_a_second_language_everything_is_said_once(
    beside: str, library: Library, resources: Path
) -> None:
    found = outlined(planned(), library, resources, "p1", beside).blocks
    assert not any(isinstance(one, Paragraph) and one.tone is Tone.BESIDE for one in found)
    assert not any(
        below.language != "en"
        for one in found
        if isinstance(one, Table)
        for row in one.rows
        for cell in row
        for below in cell.below
    )


def test_questions_are_there_in_full_with_help_choices_and_counter(
    library: Library, resources: Path
) -> None:
    found = outlined(planned(), library, resources, "p1").blocks
    place = next(
        at
        for at, one in enumerate(found)
        if isinstance(one, Question) and one.key == "bg.present@p1"
    )
    tones = [one.tone for one in found[place + 1 : place + 5] if isinstance(one, Paragraph)]
    assert tones == [Tone.OFFICIAL, Tone.GUIDANCE, Tone.GUIDANCE, Tone.COUNTER]
    below = [
        below.text
        for one in found
        if isinstance(one, Table)
        for row in one.rows
        for below in row[0].below
    ]
    assert any(one.startswith("Choose from: ") for one in below)
    assert "Choose from: Yes · No" not in below  # boxes to click show it
    assert any(one.startswith("Nine digits.") for one in below)


def test_what_nobody_answered_asks_to_be_filled_in(library: Library, resources: Path) -> None:
    found = outlined(planned(), library, resources, "p1").blocks
    cells = {
        cell.key: cell
        for one in found
        if isinstance(one, Table)
        for row in one.rows
        for cell in row
    }
    assert cells["org.pic@p1"] == Cell(Said("Please fill in", "en"), "org.pic@p1", missing=True)
    assert cells["org.fax@p1"].text.text == "Fill in if it applies"
    assert cells["org.fax@p1"].missing


def test_own_costs_are_there_and_those_of_others_are_not(library: Library, resources: Path) -> None:
    draft = planned()
    keys = answered(outlined(draft, library, resources, "p0").blocks)
    assert {"spc.amount@s1", "exc.cost@x2"} <= set(keys)
    assert "exc.cost@x1" not in keys
    keys = answered(outlined(draft, library, resources, "p1").blocks)
    assert not [key for key in keys if key.startswith(("spc.", "exc."))]


def test_the_applicant_can_be_asked_too(library: Library, resources: Path) -> None:
    found = outlined(planned(), library, resources, "p0").blocks
    numbers = [one.number for one in found if isinstance(one, Heading)]
    assert numbers[:3] == ["D", "D.1", "D.1.1"]


@pytest.mark.parametrize("partner", ["", "p9", "Secondary school Porto 2"])
def test_an_organisation_that_the_draft_does_not_have_is_refused(
    partner: str, library: Library, resources: Path
) -> None:
    with pytest.raises(ChoiceError) as caught:
        file(planned(3, 0, 0, 0, 0), library, resources, partner)
    assert caught.value.sentence == "choice.partner"
    assert "2 Secondary school Porto 2" in str(caught.value.facts["known"])


@pytest.mark.parametrize("name", ["ka2-2017", "no-kinds"])
def test_a_draft_without_organisations_has_nobody_to_ask(
    name: str, library: Library, resources: Path
) -> None:
    draft = begin(library.pack(name), {}, NOW, "empty")
    assert export.partners(replace(draft, answers={}), library.pack(name)) == ()
    with pytest.raises(ChoiceError) as caught:
        file(replace(draft, answers={}), library, resources, "p1")
    assert caught.value.sentence == "choice.partner-none"


def test_the_name_of_the_file_ends_in_that_of_the_partner(library: Library) -> None:
    draft = planned()
    assert export.suggested_name(draft, library, "p1") == "AIRWISE - Secondary school Porto 2.docx"
    unnamed = changed(draft, org__name_lat___p1=None)
    assert export.suggested_name(unnamed, library, "p1") == "AIRWISE - 2.docx"
    strange_name = changed(draft, org__name_lat___p1="a/b: <c>?")
    assert export.suggested_name(strange_name, library, "p1") == "AIRWISE - a b c.docx"


def test_the_file_for_each_partner_of_an_example_is_valid_and_everybody_can_read_it(
    example: Draft, library: Library, resources: Path, tmp_path: Path
) -> None:
    for partner in everybody(example, library):
        made = file(example, library, resources, partner)
        assert findings(made) == []
        assert audited(made, tmp_path) == []


def test_the_file_for_a_partner_of_whom_nothing_is_known_is_valid(
    library: Library, resources: Path, tmp_path: Path
) -> None:
    draft = changed(planned(2, 0, 0, 0, 0), org__name_lat___p1=None)
    for one, partner in ((draft, "p1"), (many_members(), "m2"), (garden(), "m2")):
        made = file(one, library, resources, partner)
        assert findings(made) == []
        assert audited(made, tmp_path) == []


def test_equal_drafts_give_equal_bytes(library: Library, resources: Path) -> None:
    first, second = (file(planned(), library, resources, "p1") for _ in range(2))
    assert first == second
    assert names(first) == names(second)
