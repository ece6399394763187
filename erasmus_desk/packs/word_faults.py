"""The words of a call pack: none missing, none too many, the same in every language."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping

from erasmus_desk.budget.matrix import find_matrix
from erasmus_desk.call.form import NameSource, QuestionType, SectionLayout
from erasmus_desk.call.funding import Balance
from erasmus_desk.call.model import Pack
from erasmus_desk.call.pack_files import PackFiles
from erasmus_desk.call.texts import PackText, read_answer_line, read_texts
from erasmus_desk.errors import Fault, PackInvalid

GUIDANCE = ("asks", "assessors", "build")
"""The three layers of guidance that every long text needs."""
CODES = "country"
"""A dimension of rates whose values are country codes and need no words."""
SOURCE = "source."
"""What the ids of the titles of sources begin with."""
_PASS_MARK = ("pack.pass_mark.name", "pack.pass_mark.rule")
"""What says which points a proposal needs in all, and what becomes of one that has fewer."""
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_NAMED = re.compile(r"\{[A-Za-z0-9._-]+\}")
"""What a text names: placeholders, and the questions of a line of answers."""


def find_faults(pack: Pack, files: PackFiles) -> Iterator[Fault]:
    """Return every fault of the words of a pack, language by language."""
    name = f"{files.name}/words"
    for language in sorted(set(files.languages).symmetric_difference(pack.languages)):
        yield Fault(name, f"/{language}", "language-and-folder", language)
    faults = find_format_faults(files)
    if faults:
        yield from faults
        return
    read = {
        language: _read(files, language)
        for language in pack.languages
        if language in files.languages
    }
    for language, by_file in read.items():
        yield from _of_language(pack, f"{name}/{language}", by_file, language)
    main = _together(read.get(pack.main_language, {}))
    for language, by_file in read.items():
        yield from _against_main(main, f"{name}/{language}", _together(by_file))


def find_format_faults(files: PackFiles) -> tuple[Fault, ...]:
    """Return every fault of the format of the words."""
    found: list[Fault] = []
    for language in files.languages:
        for file, content in files.words(language).items():
            try:
                read_texts(files.name, {language: {file: content}}, (language,))
            except PackInvalid as problem:
                found += problem.faults
    return tuple(found)


def _read(files: PackFiles, language: str) -> dict[str, Mapping[str, PackText]]:
    """Read each file for itself: read together, a text in two files would hide one of them."""
    return {
        file: read_texts(files.name, {language: {file: content}}, (language,)).entries
        for file, content in files.words(language).items()
    }


def _together(by_file: Mapping[str, Mapping[str, PackText]]) -> dict[str, PackText]:
    return {name: text for entries in by_file.values() for name, text in entries.items()}


def _of_language(
    pack: Pack, place: str, by_file: Mapping[str, Mapping[str, PackText]], language: str
) -> Iterator[Fault]:
    counted = Counter(name for entries in by_file.values() for name in entries)
    needed, allowed, lines = needed_texts(pack), allowed_texts(pack), _answer_lines(pack)
    if language != pack.main_language:
        needed |= dict.fromkeys(source_titles(pack))
    for file, entries in by_file.items():
        for name, text in entries.items():
            if counted[name] > 1:
                yield Fault(f"{place}/{file}", f"/{name}", "named-twice", name)
            free = name.startswith(("rule.", "gone."))
            if name not in needed and name not in allowed and not free:
                yield Fault(f"{place}/{file}", f"/{name}", "unknown-text", name)
            if not text.paragraphs or not all(one.strip() for one in text.paragraphs):
                yield Fault(f"{place}/{file}", f"/{name}", "empty", name)
            of_text = _of_lines(text, lines[name]) if name in lines else _of_placeholders(text)
            for code, what in of_text:
                yield Fault(f"{place}/{file}", f"/{name}", code, what)
    for name in needed:
        if name not in counted:
            yield Fault(place, f"/{name}", "missing", name)


def _of_placeholders(text: PackText) -> Iterator[tuple[str, str]]:
    """Yield the code of a fault of the braces in a text, and what was found."""
    if re.search(r"[{}]", _PLACEHOLDER.sub("", text_of(text))):
        yield "crooked-placeholder", text_of(text)


def _of_lines(text: PackText, questions: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield the code of each fault of lines of answers, and what was found."""
    named = Counter[str]()
    for paragraph in text.paragraphs:
        line = read_answer_line(paragraph)
        if not line.label or re.search(r"[][{}]", line.label) or not line.parts or line.rest:
            yield "crooked-line", paragraph
        named.update(part.question for part in line.parts)
    for question, count in named.items():
        if question not in questions:
            yield "not-for-a-line", question
        if count > 1:
            yield "named-twice", question


def _answer_lines(pack: Pack) -> dict[str, set[str]]:
    """Return the ids of the texts that are lines of answers, with the questions they may name."""
    groups = (group for section in pack.form.sections for group in section.groups)
    named = [(f"group.{one.id}.facts", one.questions) for one in groups]
    named += [(f"list.{one.id}.facts", one.questions) for one in pack.form.lists.values()]
    asked = pack.form.questions
    return {
        text: {one for one in questions if one in asked and asked[one].is_short}
        for text, questions in named
    }


def _against_main(
    main: Mapping[str, PackText], place: str, other: Mapping[str, PackText]
) -> Iterator[Fault]:
    for name in main.keys() - other.keys():
        yield Fault(place, f"/{name}", "not-in-this-language", name)
    for name in other.keys() - main.keys():
        if name.startswith(SOURCE):
            continue  # the titles of the main language are in pack.json
        yield Fault(place, f"/{name}", "not-in-main-language", name)
    for name in main.keys() & other.keys():
        there, here = (Counter(_NAMED.findall(text_of(one[name]))) for one in (main, other))
        if there != here:
            yield Fault(place, f"/{name}", "other-placeholders", text_of(other[name]))


def text_of(text: PackText) -> str:
    """Return a text as one string."""
    return "\n".join(text.paragraphs)


def needed_texts(pack: Pack) -> dict[str, None]:
    """Return the ids of the texts a pack cannot do without, in the order of the pack."""
    found = [f"pack.{one}" for one in ("name", "short", "programme", "key_action", "action")]
    found += _with(pack.topics, "topic", "title")
    found += _with(pack.facts, "fact", "label", "value")
    found += _with(pack.paths, "path", "label", "answer")
    found += _with(pack.kinds, "kind", "name", "short", "expects", "funds")
    found += _with(pack.fields, "field", "name")
    found += [f"barred.{pair.kind}.{pair.field}" for pair in pack.excluded_pairs]
    for question in pack.advice:
        found.append(f"advice.{question.id}.question")
        found += _with(question.answers, f"advice.{question.id}", "label", "because")
    for name in ("action", "deadline"):
        found += _with(getattr(pack, f"{name}s"), name, "name")
    found += _with(pack.exclusions, "not_funded", "who")
    for action in pack.actions:
        for smaller in action.smaller:
            found += _with((smaller,), "smaller", "name", "rule")
            found += [f"smaller.{smaller.id}.{member.id}" for member in smaller.each_country]
    found += _with(pack.requirements, "requirement", "reason")
    found += _with(pack.papers, "paper", "name")
    found += _with(pack.criteria, "criterion", "name", "looks_at")
    if any("criteria" in topic.shows for topic in pack.topics):
        found += ["pack.criterion.points", *(_PASS_MARK if pack.pass_mark else ())]
    found += [f"region.{one}.name" for one in (pack.countries.regions if pack.countries else ())]
    found += [*_of_money(pack), *_of_form(pack)]
    found += [f"rule.{code}" for code in rules(pack)]
    return dict.fromkeys(found)


def source_titles(pack: Pack) -> list[str]:
    """Return the ids of the titles of sources, which every language but the main one needs."""
    return [f"{SOURCE}{source}.title" for source in pack.sources]


def allowed_texts(pack: Pack) -> set[str]:
    """Return the ids of the texts a pack may have beside those it needs."""
    found = ["pack.for", "pack.because", "pack.state"]
    found += _PASS_MARK if pack.pass_mark else ()
    found += _with(pack.paths, "path", "hint") + _with(pack.kinds, "kind", "meaning", "barred")
    found += _with(pack.fields, "field", "short")
    for question in pack.advice:
        found += _with(question.answers, f"advice.{question.id}", "short")
    found += _with(pack.actions, "action", "contract") + _with(pack.papers, "paper", "letter")
    found += _with(pack.funding.categories, "head", "rule", "short")
    found += _with(matrix_columns(pack), "balance", "code")
    found += _with(pack.form.sections, "section", "short", "intro")
    for section in pack.form.sections:
        found += _with(section.groups, "group", "title", "short", "intro", "facts")
    found += _with(tuple(pack.form.lists.values()), "list", "first", "other", "add", "facts")
    planned = tuple(one for one in pack.form.lists.values() if one.plan)
    found += _with(planned, "list", "kind", "about", "title_in", "barred")
    for options in pack.form.option_sets.values():
        found += _with(options.options, f"option.{options.id}", "explain")
        found += [f"group.{option.group}.title" for option in options.options]
    layers = ("short", *GUIDANCE, "elements", "alt")
    found += _with(tuple(pack.form.questions.values()), "question", *layers)
    computed = (question.computed for question in pack.form.questions.values())
    found += [one.removeprefix("text:") for one in computed if one.startswith("text:")]
    return set(found)


def _with(parts: tuple[object, ...], prefix: str, *endings: str) -> list[str]:
    ids: list[str] = [getattr(part, "id") for part in parts]  # noqa: B009 - parts of many types
    return [f"{prefix}.{one}.{ending}" for one in ids for ending in endings]


def matrix_columns(pack: Pack) -> tuple[Balance, ...]:
    """Return the balances whose amount is a column of a matrix and has no item to name it."""
    matrix = find_matrix(pack)
    is_shown = any(one.layout is SectionLayout.MATRIX for one in pack.form.sections)
    if matrix is None or not is_shown:
        return ()
    return tuple(rule.balance for rule in matrix.shared if not rule.balance.within)


def _of_money(pack: Pack) -> list[str]:
    found = _with(pack.funding.categories, "head", "name") + _with(
        pack.funding.tables, "table", "name"
    )
    found += _with(pack.funding.ceilings, "ceiling", "name")
    found += _with(pack.funding.balances, "balance", "name")
    found += _with(matrix_columns(pack), "balance", "title")
    for balance in pack.funding.balances:
        found += [f"balance.{balance.id}.measure.{one.id}" for one in balance.measures]
    if pack.funding.estimates:
        found += [f"pack.estimate.{one}" for one in ("name", "hint", "none", "sum", "inside")]
    for table in pack.funding.tables:
        for number, dimension in enumerate(table.dimensions):
            values = [] if dimension == CODES else [row.at[number] for row in table.rows]
            found += [f"dimension.{dimension}.{one}" for one in ("name", *values)]
    return found


def _of_form(pack: Pack) -> Iterator[str]:
    form = pack.form
    yield from _with(form.sections, "section", "title")
    yield from _with(tuple(form.lists.values()), "list", "one", "many")
    for spec in form.lists.values():
        yield from _with(spec.parts, f"part.{spec.id}", "title")
    for question in form.questions.values():
        yield f"question.{question.id}.label"
        if question.type is QuestionType.TEXT:
            yield from (f"question.{question.id}.{layer}" for layer in GUIDANCE)
        if question.computed.startswith("text:"):
            yield question.computed.removeprefix("text:")
    main = form.questions.get(pack.role("main_priority"))
    for options in form.option_sets.values():
        if options.naming is NameSource.TEXTS:
            for option in options.options:
                yield f"option.{options.id}.{option.id}"
                if main and main.options == options.id:
                    yield f"option.{options.id}.{option.id}.meaning"
                    if option.group:
                        yield f"group.{option.group}.title"


def rules(pack: Pack) -> Iterator[str]:
    """Return the codes of the findings that may say a rule of this call."""
    questions = tuple(pack.form.questions.values())
    actions = pack.actions
    formats = {question.format for question in questions}
    identifiers = sorted({question.format for question in questions if question.shape})
    priorities = pack.priorities
    known: tuple[tuple[str, object], ...] = (
        ("required", any(question.required for question in questions)),
        ("over-limit", any(question.limit for question in questions)),
        ("too-many-choices", any(question.at_most for question in questions)),
        ("kind-barred", pack.excluded_pairs),
        ("priority-needed", priorities),
        ("too-many-priorities", priorities and priorities.at_most),
        ("too-few-organisations", actions),
        ("too-few-countries", actions and pack.countries),
        ("applicant-country", pack.countries),
        ("partner-country", pack.countries and any(one.partner_countries for one in actions)),
        ("unsure-country", pack.countries and pack.countries.unsure),
        ("partner-country-barred", not all(action.partner_countries for action in actions)),
        ("wrong-organisation-type", any(action.only_types for action in actions)),
        ("duplicate-organisation", pack.role("organisations")),
        ("duration", actions),
        ("unusual-duration", any(action.months.advised for action in actions)),
        ("project-end", any(action.ends_by for action in actions)),
        ("start-window", any(deadline.starts for deadline in pack.deadlines)),
        ("english-summary", pack.role("summary_translation")),
        ("checklist", pack.role("checklist")),
        ("estimate-below", pack.funding.estimates),
        ("agency-country", pack.role("agency")),
        *((f"{name}-shape", name in formats) for name in (*identifiers, "email", "year")),
    )
    return (code for code, holds in known if holds)
