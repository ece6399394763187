"""The money rules of a call, from JSON: heads, rate tables, ceilings, country groups."""

from __future__ import annotations

from erasmus_desk.call.decode_form import evidence
from erasmus_desk.call.funding import Ceiling, CostRule, Evidence, Head, Money, RateRow, RateTable
from erasmus_desk.call.json_reader import Reader


def money(reader: Reader) -> Money:
    """Read all money rules; amounts are decimal strings."""
    groups = reader.child("country_groups")
    found = Money(
        currency=reader.text("currency"),
        heads=tuple(_head(head) for head in reader.each("heads")),
        tables=tuple(_table(table) for table in reader.each("tables")),
        ceilings=tuple(_ceiling(ceiling) for ceiling in reader.each("ceilings")),
        country_groups={name: groups.words(name) for name in groups.names()},
        rules=tuple(_rule(rule) for rule in reader.each("rules")),
    )
    reader.close()
    known = {head.id for head in found.heads}
    for table in found.tables:
        if table.head not in known:
            reader.fault("unknown-head", f"tables[{table.id}]", table.head)
    for rule in found.rules:
        if rule.head not in known:
            reader.fault("unknown-head", f"rules[{rule.id}]", rule.head)
    for ceiling in found.ceilings:
        if ceiling.head and ceiling.head not in known:
            reader.fault("unknown-head", f"ceilings[{ceiling.id}]", ceiling.head)
    return found


def _head(reader: Reader) -> Head:
    found = Head(
        id=reader.text("id"),
        funding=reader.text("funding"),
        kinds=reader.words("kinds"),
        needs=reader.text("needs", ""),
        evidence=evidence(reader),
    )
    reader.close()
    return found


def _row(reader: Reader, dimensions: int, of_table: Evidence) -> RateRow:
    own = evidence(reader) if reader.has("confidence") or reader.has("source") else of_table
    found = RateRow(reader.words("at"), reader.amount("amount"), own)
    if len(found.at) != dimensions:
        reader.fault("wrong-number-of-values", "at", str(len(found.at)))
    reader.close()
    return found


def _table(reader: Reader) -> RateTable:
    dimensions = reader.words("dimensions")
    proof = evidence(reader)
    found = RateTable(
        id=reader.text("id"),
        head=reader.text("head"),
        unit=reader.text("unit"),
        dimensions=dimensions,
        rows=tuple(_row(row, len(dimensions), proof) for row in reader.each("rows")),
        evidence=proof,
    )
    reader.close()
    return found


def _ceiling(reader: Reader) -> Ceiling:
    found = Ceiling(
        id=reader.text("id"),
        head=reader.text("head", ""),
        per=reader.text("per"),
        amount=reader.amount("amount"),
        evidence=evidence(reader),
        enforced=reader.flag("enforced", default=True),
    )
    reader.close()
    return found


def _rule(reader: Reader) -> CostRule:
    binds = reader.child("binds")
    found = CostRule(
        id=reader.text("id"),
        type=reader.text("type"),
        head=reader.text("head"),
        binds={name: binds.text(name) for name in binds.names()},
        evidence=evidence(reader),
    )
    reader.close()
    return found
