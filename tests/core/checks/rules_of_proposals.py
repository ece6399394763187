"""The table of rules: partnership, choices, dates, texts, annexes."""

from datetime import date

from erasmus_desk.call.carry import RewriteReason
from erasmus_desk.draft.carry_marks import Mark, add_mark
from erasmus_desk.draft.model import Key
from tests.core.checks.rules import BLOCKS, FIRST, STYLE, WEAKENS, YOUTH, Changes, Row
from tests.core.draft.drafts import make_draft

LONG = "A sentence of this answer that no other answer of the whole proposal has word for word. "
PARAGRAPH = LONG * 8
ANNEXES = ("declaration", "timetable", "mandates")
CHECKED = ("eligible", "complete", "agency", "language", "documents", "annexed")
BASES = {
    "KA219": "schools",
    "KA201": "cross",
    "KA202": "good",
    "KA203": "higher",
    "KA204": "adult",
}
"""A base for each action whose projects have a last day."""
TWO_REGIONS: Changes = {
    "ctx.regions": True,
    f"prof.type@{FIRST}": "EPLUS-BODY-PUB-LOC",
    "prof.type@org2": "EPLUS-BODY-PUB-REG",
    "prof.type@org3": "EPLUS-EDU-VOC-SEC",
    "prof.type@org4": "EPLUS-EDU-VOC-SEC",
    "org.country@org3": "BE",
    "org.country@org4": "NL",
}
BELGIANS_AND_FRENCH: Changes = {
    "org.country@org2": "BE",
    "org.city@org2": "Gent",
    "org.country@org4": "FR",
    "org.city@org4": "Lyon",
}
CARRIED = add_mark(
    make_draft({Key("prj.title"): "STEAM for all of us"}),
    Mark(Key("prj.title"), RewriteReason.TEXTS),
)
"""The mark of a title that came from another call."""
ALL_BELGIAN: Changes = {
    "org.country@org2": "BE",
    "org.country@org3": "BE",
    "org.country@org4": "BE",
}


def number(action: str, base: str, least: int, *also: str) -> tuple[Row, ...]:
    """Return the rows of an action for its numbers of organisations and countries (call 3.3)."""
    keeps: tuple[Changes, ...] = () if also else ({"organisations": least},)
    two: Changes = BELGIANS_AND_FRENCH if least > 2 else ALL_BELGIAN
    return (
        Row(
            f"call 3.3 {action}: at least {least} organisations",
            f"actions.{action}.organisations",
            base,
            {"organisations": least - 1},
            "too-few-organisations",
            BLOCKS,
            "organisations",
            keeps,
            ("too-few-countries", *also),
        ),
        Row(
            f"call 3.3 {action}: from at least {least} Programme Countries",
            f"actions.{action}.countries",
            base,
            two,
            "too-few-countries",
            BLOCKS,
            "organisations",
        ),
    )


def duration(action: str, base: str, least: int, *also: str) -> tuple[Row, ...]:
    """Return the rows of an action for its shortest and longest duration (call 3.6)."""
    part = f"actions.{action}.months"
    rule, at = f"call 3.6 {action}: {least} to 36 months", "prj.duration"
    short: Changes = {"prj.duration": least - 1}
    long: Changes = {"prj.duration": 37}
    return (
        Row(rule, part, base, short, "duration", BLOCKS, at, ({"prj.duration": least},)),
        Row(rule, part, base, long, "duration", BLOCKS, at, ({"prj.duration": 36},), also),
    )


def window(deadline: str, base: str, first: date, last: date, **more: str) -> tuple[Row, ...]:
    """Return the rows of a deadline for the first and last day of the start (call 3.6)."""
    chosen: Changes = {name.replace("__", "."): value for name, value in more.items()}
    rule, part = f"call 3.6: start after the deadline {deadline}", f"deadlines.{deadline}"
    early = date.fromordinal(first.toordinal() - 1)
    late = date.fromordinal(last.toordinal() + 1)
    return tuple(
        Row(
            rule,
            part,
            base,
            {**chosen, "prj.start": wrong},
            "start-window",
            BLOCKS,
            "prj.start",
            ({**chosen, "prj.start": right},),
        )
        for wrong, right in ((early, first), (late, last))
    )


def barred(part: str, base: str, at: str, value: str, keep: Changes, **more: str) -> Row:
    """Return the row of a choice that the form does not offer here."""
    chosen: Changes = {name.replace("__", "."): one for name, one in more.items()}
    rule = f"call 1-3, form 5: {part} is not offered everywhere"
    breaks: Changes = {**chosen, at: value}
    return Row(rule, part, base, breaks, "option-barred", BLOCKS, at, (keep,))


def ends(months: int, start: date) -> Changes:
    return {"prj.start": start, "prj.duration": months}


# fmt: off
PARTNERSHIP = (
    *number("KA219", "schools", 2),
    *number("KA201", "cross", 3),
    *number("KA202", "good", 3),
    *number("KA203", "higher", 3, "country-not-taking-part", "reference-gone"),
    *number("KA204", "adult", 3),
    *number("KA205", "youth", 2),
    Row("call 3.3: partnerships between regions are unsure", "actions.KA201.smaller.regions",
        "cross", TWO_REGIONS, "smaller-partnership", WEAKENS, "organisations",
        ({**TWO_REGIONS, "org.country@org4": "FR"},)),
    Row("call 3.3: each region has a school and a local organisation",
        "actions.KA201.smaller.regions", "cross",
        {**TWO_REGIONS, "prof.type@org4": "EPLUS-EDU-GEN-PRI"}, "smaller-partnership-member",
        WEAKENS, "organisations", (), ("smaller-partnership",)),
    Row("call 3.3: two regions are of two countries", "actions.KA201.smaller.regions", "cross",
        {**TWO_REGIONS, **ALL_BELGIAN}, "too-few-countries", BLOCKS, "organisations"),
    Row("call 3.4: the applicant is in a Programme Country", "countries", "good",
        {f"org.country@{FIRST}": "CH"}, "applicant-country", BLOCKS, f"org.country@{FIRST}",
        ({f"org.country@{FIRST}": "TR", "na.id": "TR01"},)),
    Row("call 3.4: a partner of a Partner Country brings added value", "countries", "good",
        {"org.country@org4": "CH"}, "partner-country", WEAKENS, "org.country@org4",
        ({"org.country@org4": "MK"},)),
    Row("corrections: Serbia is to be asked about", "countries.unsure.RS", "good",
        {"org.country@org4": "RS"}, "unsure-country", WEAKENS, "org.country@org4",
        ({"org.country@org4": "IS"},)),
    Row("call 3.4 KA219: no schools of Partner Countries", "actions.KA219.partner_countries",
        "schools", {"org.country@org4": "CH"}, "partner-country-barred", BLOCKS,
        "org.country@org4"),
    Row("call 3.4 KA219: schools only", "actions.KA219.only_types", "schools",
        {"prof.type@org2": "EPLUS-NGO"}, "wrong-organisation-type", BLOCKS, "prof.type@org2",
        ({"prof.type@org2": "EPLUS-EDU-VOC-SEC"},)),
    Row("form 9: no PIC twice", "shapes.pic", "good",
        {"org.pic@org2": "123456789", "org.pic@org3": "123456789"}, "duplicate-organisation",
        BLOCKS, "org.pic@org3", ({"org.pic@org2": "123456789", "org.pic@org3": "123456788"},)),
    Row("form 9: a PIC has nine digits", "formats.pic", "good", {"org.pic@org2": "12345678"},
        "pic-shape", BLOCKS, "org.pic@org2", ({"org.pic@org2": "123456789"},)),
    Row("form D.1: an address of electronic mail", "formats.email", "good",
        {f"rep.email@{FIRST}": "ada at example.org"}, "email-shape", BLOCKS, f"rep.email@{FIRST}"),
    Row("form D.1.2: the year of a project", "formats.year", "good",
        {f"bg.eu_table@{FIRST}": None, f"eu_projects@{FIRST}": ("p1",),
        "eup.programme@p1": "Erasmus+", "eup.number@p1": "2015-1-BE", "eup.beneficiary@p1": "We",
        "eup.year@p1": "last year"}, "year-shape", WEAKENS, "eup.year@p1"),
    Row("call 3.4: universities of Programme Countries have a charter", "requirements.charter",
        "good", {"prof.type@org2": "EPLUS-EDU-HEI"}, "answer-needed", WEAKENS, "acc.charter@org2",
        ({"prof.type@org2": "EPLUS-EDU-HEI", "acc.charter@org2": "1-EPP-1-2014-1-NL-ECHE"},)),
    Row("call 7: the agency of the applicant's country", "roles.agency", "good",
        {"na.id": "ES01"}, "agency-country", BLOCKS, "na.id",
        ({"na.id": "BE02"}, {"na.id": "BE03"})),
    Row("call 7: EPOS and the others are for education", "option_sets.agencies", "good",
        {"na.id": "BE05"}, "agency-field", BLOCKS, "na.id",
        ({"na.id": "BE01"}, {"na.id": "other"})),
    Row("call 7: JINT and the others are for youth", "option_sets.agencies", "youth",
        {"na.id": "BE02"}, "agency-field", BLOCKS, "na.id", ({"na.id": "BE04"}, {"na.id": "BE03"})),
)

CHOICES = (
    Row("call 3.1: no good practices in higher education", "barred.good-practice.higher",
        "good", {"ctx.field": "higher"}, "kind-barred", BLOCKS, "ctx.main_objective"),
    Row("call 1: one horizontal or field priority", "priorities.one_of", "good",
        {"pri.main": None}, "priority-needed", BLOCKS, "pri.main",
        ({"pri.main": "VET-1"}, {"pri.main": "HP-DIGITAL"})),
    Row("form C: at most three priorities", "priorities.at_most", "good",
        {"pri.others": ("VET-1", "VET-2", "VET-3")}, "too-many-priorities", WEAKENS, "pri.others",
        ({"pri.others": ("VET-1", "VET-2")},)),
    Row("form C: the main priority is not among the others", "roles.other_priorities", "good",
        {"pri.main": "VET-1", "pri.others": ("VET-1",)}, "repeated-priority", WEAKENS,
        "pri.others"),
    Row("form E-6: at most three topics", "questions.des.topics.at_most", "good",
        {"des.topics": ("ict", "energy", "ethics", "health")}, "too-many-choices", WEAKENS,
        "des.topics", ({"des.topics": ("ict", "energy", "ethics")},)),
    Row("a choice of the form", "option_sets", "good", {f"prof.type@{FIRST}": "EPLUS-EDU"},
        "unknown-option", BLOCKS, f"prof.type@{FIRST}"),
    barred("option_sets.priorities.school", "good", "pri.main", "SE-1",
        {"ctx.field": "school", "ctx.schools_only": False, "pri.main": "SE-1"}),
    barred("option_sets.priorities.vet", "adult", "pri.main", "VET-5",
        {"ctx.field": "vet", "pri.main": "VET-5"}),
    barred("option_sets.priorities.higher", "plan", "pri.main", "HE-2",
        {"ctx.field": "higher", "pri.main": "HE-2"}),
    barred("option_sets.priorities.adult", "youth", "pri.main", "AE-3",
        {"ctx.field": "adult", "na.id": "BE02", "pri.main": "AE-3"}),
    barred("option_sets.priorities.youth", "good", "pri.main", "YO-2",
        {**YOUTH, "pri.main": "YO-2"}),
    barred("option_sets.rounds", "youth", "ctx.round", "2017-03-29", {"ctx.round": "ka205-r2"}),
    Row("form G.1: outputs that are planned are listed", "lists.outputs", "plan",
        {"outputs": (), "events": (), "me.yesno": False}, "nothing-listed", BLOCKS, "io.yesno"),
    Row("form G.2: events that are planned are listed", "lists.events", "plan", {"events": ()},
        "nothing-listed", BLOCKS, "me.yesno", ({"events": (), "me.yesno": False},)),
    Row("form G.3: activities that are planned are listed", "lists.activities", "good",
        {"ltt.yesno": True, "ltt.added_value": PARAGRAPH, "ltt.recognition": LONG * 9 + "More."},
        "nothing-listed", BLOCKS, "ltt.yesno"),
    Row("form 9: outputs are for innovation that plans them", "lists.outputs", "plan",
        {"io.yesno": False}, "left-out", WEAKENS, "io.yesno"),
    Row("form 9: another project type has no outputs and events", "heads.io", "plan",
        {"ctx.main_objective": "good-practice"}, "left-out", STYLE, "ctx.main_objective"),
    Row("call 3.1: innovation makes outputs", "kinds.innovation.expects", "good",
        {"ctx.main_objective": "innovation", "io.yesno": False}, "kind-without-items", WEAKENS,
        "io.yesno"),
)

DATES = (
    *duration("KA219", "schools", 12, "project-end"),
    *duration("KA201", "cross", 12, "project-end"),
    *duration("KA202", "good", 12, "project-end"),
    *duration("KA203", "higher", 24, "project-end"),
    *duration("KA204", "adult", 12, "project-end"),
    *duration("KA205", "youth", 6),
    *window("2017-03-29", "good", date(2017, 9, 1), date(2017, 12, 31)),
    *window("ka205-r1", "youth", date(2017, 6, 1), date(2017, 9, 30), ctx__round="ka205-r1"),
    *window("ka205-r2", "youth", date(2017, 9, 1), date(2018, 1, 31), ctx__round="ka205-r2"),
    *window("ka205-r3", "youth", date(2018, 2, 1), date(2018, 5, 31), ctx__round="ka205-r3"),
    *(
        Row(f"form B.1 {action}: the project ends on 31 August 2020",
            f"actions.{action}.ends_by", base, ends(36, date(2017, 9, 2)), "project-end", WEAKENS,
            "prj.duration", (ends(36, date(2017, 9, 1)), ends(35, date(2017, 10, 1))))
        for action, base in BASES.items()
    ),
    *(
        Row(f"form B.1 {action}: SEPIE advises whole years", f"actions.{action}.advised", base,
            {f"org.country@{FIRST}": "ES", "na.id": "ES01", "prj.duration": 30}, "unusual-duration",
            STYLE, "prj.duration",
            ({f"org.country@{FIRST}": "ES", "na.id": "ES01", "prj.duration": 24},
            {"prj.duration": 30}))
        for action, base in BASES.items()
    ),
)

TEXTS = (
    Row("form B.1: the title is asked", "required", "good", {"prj.title": None}, "required",
        BLOCKS, "prj.title"),
    Row("form 1: 5,000 characters with blanks", "limits.5000", "good",
        {"des.rationale": "a " * 2500 + "b"}, "over-limit", BLOCKS, "des.rationale",
        ({"des.rationale": "a " * 2500},)),
    Row("form J: an English summary", "roles.summary_translation", "good",
        {"ctx.language": "nl"}, "english-summary", BLOCKS, "sum.en",
        ({"ctx.language": "nl", "sum.en": PARAGRAPH},)),
    Row("form J: it is a translation", "roles.summary_translation", "schools",
        {"sum.text": PARAGRAPH, "sum.en": PARAGRAPH}, "same-summary", WEAKENS, "sum.en"),
    Row("own: a long answer is not very short", "style", "good", {"des.rationale": "a" * 499},
        "very-short", STYLE, "des.rationale", ({"des.rationale": "a" * 500},)),
    Row("own: a paragraph is written once", "style", "good",
        {"des.rationale": PARAGRAPH, "des.innovation": PARAGRAPH}, "repeated-text", STYLE,
        "des.innovation", ({"des.rationale": PARAGRAPH, "sum.text": PARAGRAPH},)),
    Row("own: nothing is left to be filled in", "style", "good",
        {"des.rationale": f"{PARAGRAPH} TODO"}, "unfinished", WEAKENS, "des.rationale"),
    Row("own: no characters that nobody sees", "style", "good",
        {"des.rationale": f"{PARAGRAPH}\u202e"}, "hidden-characters", STYLE, "des.rationale"),
    Row("own: a title is no shouting", "style", "good", {"prj.title": "READING AND WRITING"},
        "title-capitals", STYLE, "prj.title", ({"prj.title": "STEAM for all of us"},)),
    Row("own: what came from another call is looked at", "style", "good",
        {str(CARRIED.key): CARRIED.new, "prj.title": "STEAM for all of us"}, "carried", WEAKENS,
        "prj.title", ({str(CARRIED.key): CARRIED.new, "prj.title": "Other boards"},)),
    Row("own: text and budget say one sum", "style", "good",
        {"des.rationale": f"{PARAGRAPH} The grant is 29,000 euro."}, "sum-in-text-differs", WEAKENS,
        "des.rationale", ({"des.rationale": f"{PARAGRAPH} The grant is 30,000 euro."},)),
    Row("form B.1: months are a number", "types.number", "good", {"prj.duration": "two years"},
        "not-a-number", BLOCKS, "prj.duration"),
    Row("form B.1: an unclear number is asked about", "types.number", "good",
        {"prj.duration": "0,500"}, "number-unclear", BLOCKS, "prj.duration"),
    Row("form B.1: a number that came as text is taken over", "types.number", "good",
        {"prj.duration": "24"}, "typed-as-text", BLOCKS, "prj.duration"),
    Row("form B.1: the start is a date", "types.date", "good",
        {"prj.start": "after the holidays"}, "not-a-date", BLOCKS, "prj.start"),
    Row("form E.1: nobody less than none", "questions.least", "good", {"par.indirect_n": -1},
        "number-small", BLOCKS, "par.indirect_n", ({"par.indirect_n": 0},)),
    Row("form E.1: no number that no project has", "types.number", "good",
        {"par.indirect_n": 10 ** 12}, "absurd-number", BLOCKS, "par.indirect_n"),
)

ANNEXED = (
    *(
        Row(f"call 6: {annex} is attached", "requirements.annexed", "good",
            {"anx.ready": tuple(one for one in ANNEXES if one != annex)}, "not-ticked", BLOCKS,
            "anx.ready", ({"anx.ready": ANNEXES},))
        for annex in ANNEXES
    ),
    Row("call 6: proof of financial capacity above 60,000 euro",
        "requirements.financial-capacity", "plan", {f"prof.public@{FIRST}": False,
        "anx.ready": ANNEXES, "day.days@o1d1": 106}, "not-ticked", BLOCKS, "anx.ready",
        ({f"prof.public@{FIRST}": False, "anx.ready": ANNEXES, "day.days@o1d1": 105},
        {"prof.public@org2": False, "anx.ready": ANNEXES, "day.days@o1d1": 106},
        {f"prof.public@{FIRST}": False, "day.days@o1d1": 106}, {f"prof.public@{FIRST}": False,
        f"prof.type@{FIRST}": "EPLUS-INTER", "anx.ready": ANNEXES, "day.days@o1d1": 106})),
    *(
        Row(f"form K: {box} is ticked", "roles.checklist", "good",
            {"chk.done": tuple(one for one in CHECKED if one != box)}, "checklist", BLOCKS,
            "chk.done")
        for box in CHECKED
    ),
)
# fmt: on

ROWS = (*PARTNERSHIP, *CHOICES, *DATES, *TEXTS, *ANNEXED)
