"""What the money of a call pack says: heads, rates, and the rules that count with the form.

Each check gives path, code and what was found; `reference_faults` adds the file.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from erasmus_desk.budget.grant import RULE_TYPES
from erasmus_desk.budget.matrix import find_matrix
from erasmus_desk.call.form import QuestionType, SectionLayout
from erasmus_desk.call.funding import Balance, CostRule, Estimate, RateTable
from erasmus_desk.call.model import Pack
from erasmus_desk.packs.form_faults import Found, options, rule_parts, unknown

LIST = "list"
TABLE = "table"
_NUMBER, _ITEM, _CHOICE = QuestionType.NUMBER, QuestionType.ITEM, QuestionType.CHOICE
PARTS: Mapping[str, str | QuestionType] = {
    **dict.fromkeys(("list", "shares"), LIST),
    "organisations": LIST,
    **dict.fromkeys(("table", "short", "long", "monthly"), TABLE),
    **dict.fromkeys(("organisation", "sharer"), _ITEM),
    **dict.fromkeys(("persons", "accompanying", "km", "days", "travel_days", "months"), _NUMBER),
    **dict.fromkeys(("local", "foreign", "special", "participants"), _NUMBER),
    **dict.fromkeys(("city", "note"), QuestionType.LINE),
    **dict.fromkeys(("country", "category", "type", "choice"), _CHOICE),
    **dict.fromkeys(("amount", "share"), QuestionType.MONEY),
}
"""What may play a part in a rule: a list, a table of rates, or a question of a type."""
DIMENSIONS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("management", "table"): ("role",),
    ("travel", "table"): ("distance",),
    ("topup", "table"): ("cost",),
    ("days", "table"): ("country_group", "staff"),
    ("participants", "table"): ("origin",),
    ("stay", "short"): ("participant", "day"),
    ("stay", "long"): ("country", "day"),
    ("stay", "monthly"): ("country",),
    ("linguistic", "table"): (),
}
"""By which dimensions a way of counting looks a rate up."""
TRAITS = (frozenset({"learner", "staff"}), frozenset({"short", "long"}))
"""Of each of these a type of activity has one, or nobody knows its rate."""


def money(pack: Pack) -> Iterator[Found]:
    """Return every fault of the money rules of a pack."""
    categories = [category.id for category in pack.funding.categories]
    kinds = [kind.id for kind in pack.kinds]
    for head in pack.funding.categories:
        place = f"/heads[{head.id}]"
        yield from unknown(place, "unknown-kind", head.kinds, kinds)
        yield from unknown(place, "unknown-head", [head.needs] if head.needs else [], categories)
    for table in pack.funding.tables:
        yield from _table(pack, table)
    in_groups = [code for codes in pack.funding.country_groups.values() for code in codes]
    for code in sorted({code for code in in_groups if in_groups.count(code) > 1}):
        yield "/country_groups", "named-twice", code
    for rule in pack.funding.rules:
        yield from _rule(pack, rule)
    for balance in pack.funding.balances:
        yield from _balance(pack, balance)
    for estimate in pack.funding.estimates:
        yield from _estimate(pack, estimate)
    for section in pack.form.sections:
        if section.layout is SectionLayout.MATRIX and find_matrix(pack) is None:
            yield f"/sections[{section.id}]/layout", "no-matrix", section.layout.value
    yield from _unused(pack)


def _table(pack: Pack, table: RateTable) -> Iterator[Found]:
    place = f"/tables[{table.id}]"
    if "country_group" in table.dimensions:
        used = column(table, "country_group")
        yield from unknown(place, "unknown-country-group", used, pack.funding.country_groups)
    yield from ((place, "negative", str(row.amount)) for row in table.rows if row.amount < 0)


def column(table: RateTable, dimension: str) -> tuple[str, ...]:
    """Return the values that a table has for one of its dimensions, row by row."""
    number = table.dimensions.index(dimension)
    return tuple(row.at[number] for row in table.rows)


def _rule(pack: Pack, rule: CostRule) -> Iterator[Found]:
    kind = RULE_TYPES.get(rule.type)
    yield from rule_parts(f"/rules[{rule.id}]", rule, kind, partial(_bind, pack, rule))
    if kind is not None:
        yield from _choices(pack, rule)


def _bind(pack: Pack, rule: CostRule, name: str, target: str) -> Iterator[Found]:
    kinds = {LIST: _bind_list, TABLE: _bind_table}
    bind = kinds.get(str(PARTS[name]), _bind_question)
    for code, found in bind(pack, rule, name, target):
        yield f"/rules[{rule.id}]/binds/{name}", code, found


def _bind_list(pack: Pack, rule: CostRule, name: str, target: str) -> Iterator[tuple[str, str]]:
    spec = pack.form.lists.get(target)
    if spec is None:
        yield "unknown-list", target
    elif name == "organisations" and target != pack.role("organisations"):
        yield "not-the-role", target
    elif name == "shares" and spec.parent != rule.binds.get("list", ""):
        yield "not-of-this-list", spec.parent


def _bind_table(pack: Pack, rule: CostRule, name: str, target: str) -> Iterator[tuple[str, str]]:
    table = next((table for table in pack.funding.tables if table.id == target), None)
    if table is None:
        yield "unknown-table", target
        return
    wanted = DIMENSIONS.get((rule.type, name))
    if wanted is not None and table.dimensions != wanted:
        yield "wrong-dimensions", target
    if table.category != rule.category:
        yield "other-head", target


def _bind_question(pack: Pack, rule: CostRule, name: str, target: str) -> Iterator[tuple[str, str]]:
    question = pack.question(target)
    if question is None:
        yield "unknown-question", target
        return
    if question.type is not PARTS[name]:
        yield "wrong-type", target
    if name in {"organisation", "sharer"} and question.of != pack.role("organisations"):
        yield "not-the-role", question.of
    spec = pack.form.lists.get(rule.binds.get("list", ""))
    owner = pack.form.list_of(target)
    allowed = {spec.id, spec.parent} if spec else set[str]()
    if name in {"sharer", "share"}:
        allowed = {rule.binds.get("shares", "")}
    if owner and owner not in allowed:
        yield "not-of-this-list", target


def _balance(pack: Pack, balance: Balance) -> Iterator[Found]:
    """Check that the parts of a balance are amounts inside what has the whole."""
    place, form = f"/balances[{balance.id}]", pack.form
    wholes = [name for name in (balance.amount, balance.choice) if name]
    if len(wholes) != 1 or bool(balance.choice) != bool(balance.table):
        yield place, "one-whole-expected", ", ".join(wholes)
    yield from unknown(
        place, "unknown-list", [balance.within] if balance.within else [], form.lists
    )
    inside = {balance.within, *form.lists_inside(balance.within)}
    for name in (*balance.parts, *wholes):
        question = form.questions.get(name)
        if question is None:
            yield place, "unknown-question", name
            continue
        wanted = _CHOICE if name == balance.choice else QuestionType.MONEY
        if question.type is not wanted:
            yield place, "wrong-type", name
        owner = form.list_of(name)
        if owner != balance.within if name in wholes else balance.within and owner not in inside:
            yield place, "not-of-this-list", name
    tables = {table.id: table for table in pack.funding.tables}
    yield from unknown(place, "unknown-table", [balance.table] if balance.table else [], tables)
    table = tables.get(balance.table)
    if table and len(table.dimensions) == 1:
        chosen = options(pack, balance.choice)
        yield from unknown(place, "no-rate", chosen, column(table, table.dimensions[0]))
    yield from _measures(pack, balance, place)
    if not 0 < balance.share <= 1 or (balance.is_exact and balance.share != 1):
        yield place, "wrong-share", str(balance.share)


def _measures(pack: Pack, balance: Balance, place: str) -> Iterator[Found]:
    """Check that a lump sum is compared by lists, or by numbers of the whole proposal."""
    if balance.measures and not balance.is_lump_sum:
        yield f"{place}/measures", "wrong-member", balance.id
    for measure in balance.measures:
        for name in measure.times:
            question = pack.question(name)
            if question is None:
                yield from unknown(f"{place}/measures", "unknown-list", [name], pack.form.lists)
            elif question.type is not _NUMBER or pack.form.list_of(name):
                yield f"{place}/measures", "not-a-number", name


def _estimate(pack: Pack, estimate: Estimate) -> Iterator[Found]:
    """Check that an estimate counts with answers of its rows, beside an amount."""
    place, form = f"/estimates[{estimate.id}]", pack.form
    spec = form.lists.get(estimate.lines)
    if spec is None:
        yield place, "unknown-list", estimate.lines
        return
    amount = form.questions.get(spec.beside)
    if amount is None or amount.type is not QuestionType.MONEY:
        yield place, "wrong-type", spec.beside
    wanted = {estimate.price: QuestionType.MONEY, estimate.kind: _CHOICE}
    wanted |= dict.fromkeys(estimate.times, _NUMBER)
    for name, kind in wanted.items():
        question = form.questions.get(name)
        if name and (question is None or form.list_of(name) != spec.id):
            yield place, "not-of-this-list", name
        elif question is not None and question.type is not kind:
            yield place, "wrong-type", name
    if estimate.table:
        tables = {table.id: table for table in pack.funding.tables}
        yield from unknown(place, "unknown-table", [estimate.table], tables)
        found = tables.get(estimate.table)
        kinds = options(pack, estimate.kind)
        if found is not None and len(found.dimensions) == 1:
            rated = column(found, found.dimensions[0])
            yield from unknown(place, "no-option", rated, kinds)


def _choices(pack: Pack, rule: CostRule) -> Iterator[Found]:
    """Check that each choice that decides on a rate finds one."""
    place = f"/rules[{rule.id}]"
    tables = {table.id: table for table in pack.funding.tables}
    table = tables.get(rule.binds.get("table", ""))
    if table and rule.type == "lump" and len(table.dimensions) == 1:
        chosen = options(pack, rule.binds.get("choice", ""))
        yield from unknown(place, "no-rate", chosen, column(table, table.dimensions[0]))
    if table and rule.type == "days" and "staff" in table.dimensions:
        chosen = options(pack, rule.binds.get("category", ""))
        yield from unknown(place, "no-rate", chosen, column(table, "staff"))
    for name in options(pack, rule.binds.get("type", "")):
        option = pack.option(rule.binds["type"], name)
        traits = frozenset(option.traits) if option else frozenset[str]()
        if any(len(traits & either) != 1 for either in TRAITS):
            yield place, "traits-missing", name
        if rule.type == "stay":
            parts = ("months", "monthly") if "months" in traits else ("long",) * ("long" in traits)
            yield from ((place, "bind-missing", part) for part in parts if part not in rule.binds)


def _unused(pack: Pack) -> Iterator[Found]:
    """Return what no rule counts with: tables, and heads that would never get an amount.

    A pack without any rule only tells its rates.
    """
    if not pack.funding.rules:
        return
    used = {target for rule in pack.funding.rules for target in rule.binds.values()}
    used |= {balance.table for balance in pack.funding.balances}
    used |= {estimate.table for estimate in pack.funding.estimates}
    for table in pack.funding.tables:
        if table.id not in used:
            yield f"/tables[{table.id}]", "unused-table", table.id
    counted = {rule.category for rule in pack.funding.rules}
    for head in pack.funding.categories:
        if head.id not in counted:
            yield f"/heads[{head.id}]", "no-rule", head.id
