"""Decoding of packs: valid packs give their values, invalid ones all faults with their paths."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from erasmus_desk.call import decode
from erasmus_desk.call.form import (
    All,
    AnswerIn,
    Any,
    Condition,
    FirstItem,
    NameSource,
    Not,
    QuestionType,
    SectionLayout,
    Within,
)
from erasmus_desk.call.funding import Confidence, Evidence, Figure
from erasmus_desk.call.library import PACK_FILES, Library
from erasmus_desk.call.model import (
    CallState,
    FontRule,
    OnlineForm,
    Pack,
    PageRequirements,
    PaperRule,
)
from erasmus_desk.errors import Fault, PackInvalid

PACKS = Path(__file__).parents[2] / "packs"
INVENTED = Evidence(Confidence.A, ("invented",))
RUMOUR = Evidence(Confidence.B, ("rumour",))
SMALL = AnswerIn("size", ("small",))
PROOF = '"confidence": "A", "source": ["invented"]'
BARRED = '"barred": [{{"kind": "{}", "field": "{}", ' + PROOF + "}}]"
CEILING = '"ceilings": [{"id": "c", "head": "roof", "per": "year", "amount": "1", ' + PROOF + "}]"


def read(name: str) -> Pack:
    return Library((PACKS / "valid",)).load_pack(name)


def faults_of(name: str) -> list[Fault]:
    with pytest.raises(PackInvalid) as caught:
        Library((PACKS / "invalid",)).load_pack(name)
    return list(caught.value.faults)


def test_what_is_known_of_the_online_form_is_read() -> None:
    assert read("lump-sums").online_form == OnlineForm("yyyy-mm-dd", INVENTED, ("purse",))
    assert read("no-kinds").online_form is None


def test_identity_kinds_and_roles_are_read() -> None:
    pack = read("lump-sums")
    assert (pack.id, pack.edition, pack.revision, pack.state) == (
        "lump-sums",
        "Spring",
        3,
        CallState.OPEN,
    )
    assert [kind.id for kind in pack.kinds] == ["small", "large"]
    assert pack.role("title") == "idea.name"
    assert not pack.role("agency")
    assert pack.sources["rumour"].address == "https://example.org/rumour"


def test_a_deadline_has_its_time_zone_and_its_window() -> None:
    (deadline,) = read("lump-sums").deadlines
    assert deadline.at == datetime(2030, 3, 21, 17, 0, tzinfo=ZoneInfo("Europe/Brussels"))
    assert deadline.starts is not None
    assert deadline.starts.first is not None
    assert deadline.starts.first.isoformat() == "2030-09-01"
    assert deadline.starts.evidence == INVENTED


def test_an_action_has_its_condition_and_its_numbers() -> None:
    small, large = read("lump-sums").actions
    assert small.when == AnswerIn("size", ("small",))
    assert small.partner_countries
    assert not large.partner_countries
    assert large.countries.evidence == RUMOUR
    assert (large.months.least, large.months.most, large.months.advised) == (12, 36, None)
    assert large.ends_by is None


def test_the_form_has_its_lists_limits_and_conditions() -> None:
    form = read("lump-sums").form
    assert form.lists["helpers"].parent == "members"
    assert form.questions["why"].limit is not None
    assert form.questions["why"].limit.rule == "words"
    assert form.questions["member.helpers"].when == FirstItem()
    assert form.sections[0].groups[1].when == Not(AnswerIn("size", ("small",)))
    assert [section.layout for section in form.sections] == [
        SectionLayout.FIELDS,
        SectionLayout.LIST,
        SectionLayout.SUMMARY,
    ]
    assert form.option_sets["lands"].naming is NameSource.COUNTRIES
    assert [option.id for option in form.option_sets["tongues"].options] == ["en", "fr", "pt"]


def test_the_section_of_a_question_or_of_its_list_is_found() -> None:
    form = read("lump-sums").form
    places = {
        name: section.id
        for name in ("idea.name", "member.called", "helper.name", "members", "helpers")
        if (section := form.section_of(name))
    }
    assert places == {
        "idea.name": "idea",
        "member.called": "people",
        "helper.name": "people",
        "members": "people",
        "helpers": "people",
    }
    assert form.section_of("nowhere") is None
    assert form.nested_lists("members") == ("helpers",)


def test_a_question_knows_its_list() -> None:
    form = read("lump-sums").form
    assert (form.list_of("helper.name"), form.list_of("story")) == ("helpers", "")


def test_options_are_found_by_question_and_id() -> None:
    pack = read("lump-sums")
    option = pack.option("size", "large")
    assert option is not None
    assert option.evidence == INVENTED
    assert pack.option("size", "huge") is None
    assert pack.option("story", "large") is None
    assert pack.option("nothing", "large") is None


def test_a_rate_has_its_own_evidence_or_that_of_its_table() -> None:
    (table,) = read("lump-sums").funding.tables
    assert [(row.amount, row.evidence) for row in table.rows] == [
        (Decimal("30000.00"), INVENTED),
        (Decimal("120000.00"), RUMOUR),
    ]


def test_page_requirements_are_read_with_their_evidence() -> None:
    layout = read("lump-sums").layout
    assert layout == PageRequirements(
        paper=PaperRule("A4", INVENTED),
        margin=Figure(15, INVENTED),
        size=Figure(10, RUMOUR),
        fonts=FontRule(("Arial", "Calibri"), INVENTED),
        pages=Figure(40, INVENTED),
    )
    assert read("no-kinds").layout is None


def test_a_call_may_have_no_kinds_no_countries_and_no_money() -> None:
    pack = read("no-kinds")
    assert pack.kinds == pack.fields == pack.actions == pack.deadlines == pack.criteria == ()
    assert pack.countries is pack.priorities is pack.pass_mark is None
    assert pack.funding.categories == ()
    assert pack.form.questions["edition"].type is QuestionType.COMPUTED


@pytest.mark.parametrize(
    ("name", "file", "path", "code", "found"),
    [
        ("other-format", "pack.json", "/format", "not-a-pack", ""),
        ("newer-version", "pack.json", "/version", "unknown-version", ""),
        ("misspelt-member", "form.json", "/questions/0/requierd", "unknown-member", ""),
        ("named-twice", "form.json", "", "named-twice", "type"),
        ("no-source", "form.json", "/questions/1/source", "missing", ""),
        ("money-as-number", "money.json", "/tables/0/rows/0/amount", "amount-expected", ""),
        ("unknown-type", "form.json", "/questions/1/type", "unknown-word", "maybe"),
        (
            "unknown-question",
            "form.json",
            "/sections[only]/groups[only]",
            "unknown-question",
            "whom",
        ),
        ("role-without-question", "pack.json", "/roles/title", "unknown-question", "dream"),
        ("too-few-values", "money.json", "/tables/0/rows/0/at", "wrong-number-of-values", "1"),
    ],
)
def test_a_fault_is_named_with_its_file_and_its_path(
    name: str, file: str, path: str, code: str, found: str
) -> None:
    assert faults_of(name) == [Fault(f"{name}/{file}", path, code, found)]


def test_a_file_that_is_cut_off_is_one_fault_and_not_twenty() -> None:
    (fault,) = faults_of("cut-off")
    assert (fault.file, fault.path, fault.code) == ("cut-off/form.json", "", "not-json")
    assert fault.found.startswith("10:")


def test_many_faults_are_all_named_at_once() -> None:
    found = faults_of("many-faults")
    assert [(fault.file.partition("/")[2], fault.path, fault.code) for fault in found] == [
        ("pack.json", "/edition", "text-expected"),
        ("pack.json", "/revision", "number-expected"),
        ("form.json", "/questions/1/type", "unknown-word"),
        ("form.json", "/questions/2/when/in", "values-expected"),
        ("money.json", "/tables/0/rows/0/amount", "amount-expected"),
        ("money.json", "/tables[sum]", "unknown-head"),
    ]


def contents(name: str = "lump-sums") -> dict[str, str]:
    folder = PACKS / "valid" / name
    return {file: (folder / file).read_text(encoding="utf-8") for file in PACK_FILES}


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "code"),
    [
        ("pack.json", '"id": "rumour"', '"id": "invented"', "/sources", "named-twice"),
        (
            "pack.json",
            '"zone": "Europe/Brussels"',
            '"zone": "Mars"',
            "/deadlines/0/at",
            "time-expected",
        ),
        (
            "pack.json",
            '"zone": "Europe/Brussels"',
            '"zone": "../x"',
            "/deadlines/0/at",
            "time-expected",
        ),
        ("pack.json", '"at": "2030-03-21T17:00", ', "", "/deadlines/0/at", "missing"),
        (
            "pack.json",
            '"from": "2030-09-01"',
            '"from": "September"',
            "/deadlines/0/starts/from",
            "date-expected",
        ),
        (
            "pack.json",
            '"barred": []',
            BARRED.format("tiny", "gardening"),
            "/barred",
            "unknown-kind",
        ),
        ("pack.json", '"barred": []', BARRED.format("small", "sea"), "/barred", "unknown-field"),
        ("pack.json", '"state": "open"', '"state": "ajar"', "/state", "unknown-word"),
        ("pack.json", '"name": "A4"', '"name": "B9"', "/layout/paper/name", "unknown-word"),
        ("pack.json", '["Arial", "Calibri"]', "[]", "/layout/fonts/names", "missing"),
        ("pack.json", '"most_pages"', '"pages"', "/layout/pages", "unknown-member"),
        ("pack.json", '"yyyy-mm-dd"', '"yy-mm-dd"', "/online_form/date", "unknown-word"),
        ("pack.json", '["purse"]', '["bag"]', "/online_form/last_hours", "unknown-fact"),
        (
            "pack.json",
            '"confidence": "B"',
            '"confidence": "D"',
            "/facts/0/confidence",
            "unknown-word",
        ),
        ("pack.json", '"value": 55', '"value": true', "/pass_mark/value", "number-expected"),
        (
            "pack.json",
            '"partner_countries": false',
            '"partner_countries": "no"',
            "/actions/1/partner_countries",
            "flag-expected",
        ),
        (
            "form.json",
            '"options": "sizes"',
            '"options": "sorts"',
            "/questions[size]",
            "unknown-options",
        ),
        (
            "form.json",
            '"rows": "helpers"',
            '"rows": "friends"',
            "/questions[member.helpers]",
            "unknown-list",
        ),
        (
            "form.json",
            '"parent": "members"',
            '"parent": "friends"',
            "/lists[helpers]",
            "unknown-list",
        ),
        (
            "form.json",
            '"parent": "members"',
            '"parent": "helpers"',
            "/lists[helpers]",
            "list-inside-itself",
        ),
        (
            "form.json",
            '"name": "helper.name"',
            '"name": "helper.nick"',
            "/lists[helpers]",
            "unknown-question",
        ),
        (
            "form.json",
            '"list": "members"',
            '"list": "friends"',
            "/sections[people]/groups[member]",
            "unknown-list",
        ),
        ("form.json", '{"id": "size",', '{"id": "tongue",', "/questions", "named-twice"),
        (
            "form.json",
            '"codes": ["en", "fr", "pt"]',
            '"codes": ["en", 1]',
            "/option_sets/0/codes/1",
            "text-expected",
        ),
        ("money.json", '"30000.00"', '"Infinity"', "/tables/0/rows/0/amount", "amount-expected"),
        ("money.json", '"ceilings": []', CEILING, "/ceilings[c]", "unknown-head"),
        ("money.json", '"ceilings": []', '"ceilings": {}', "/ceilings", "list-expected"),
        ("money.json", '"currency": "EUR"', '"currency": ""', "/currency", "text-expected"),
    ],
)
def test_a_typing_error_is_found(file: str, old: str, new: str, path: str, code: str) -> None:
    texts = contents()
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    with pytest.raises(PackInvalid) as caught:
        decode.decode_pack("lump-sums", texts)
    assert (f"lump-sums/{file}", path, code) in [
        (fault.file, fault.path, fault.code) for fault in caught.value.faults
    ]


@pytest.mark.parametrize(
    "nonsense", ["", "[]", '"pack"', "null", "{", "[" * 100_000, "NaN", "1e999"]
)
@pytest.mark.parametrize("file", PACK_FILES)
def test_nonsense_is_one_fault_of_its_file(file: str, nonsense: str) -> None:
    texts = contents("no-kinds") | {file: nonsense}
    with pytest.raises(PackInvalid) as caught:
        decode.decode_pack("no-kinds", texts)
    assert {fault.file for fault in caught.value.faults} == {f"no-kinds/{file}"}
    assert len(caught.value.faults) == 1


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('{"first": true}', FirstItem()),
        ('{"first": false}', Not(FirstItem())),
        (
            '{"all": [{"first": true}, {"answer": "size", "in": ["small"]}]}',
            All((FirstItem(), SMALL)),
        ),
        ('{"number": "size", "least": 2}', Within("size", 2)),
        ('{"not": {"number": "size", "least": 2, "most": 5}}', Not(Within("size", 2, 5))),
        ('{"any": [{"not": {"answer": "size", "in": ["small"]}}]}', Any((Not(SMALL),))),
    ],
)
def test_a_condition_is_read_as_it_is_written(written: str, expected: Condition) -> None:
    texts = contents()
    texts["form.json"] = texts["form.json"].replace('{"first": true}', written)
    pack = decode.decode_pack("lump-sums", texts)
    assert pack.form.questions["member.helpers"].when == expected


def test_conditions_inside_conditions_without_end_are_refused() -> None:
    texts = contents()
    deep = '{"not":' * 900 + '{"first": true}' + "}" * 900
    texts["form.json"] = texts["form.json"].replace('{"first": true}', deep)
    with pytest.raises(PackInvalid) as caught:
        decode.decode_pack("lump-sums", texts)
    (fault,) = caught.value.faults
    assert fault.code == "too-deep"
