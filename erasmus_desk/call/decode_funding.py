"""Decoding of the funding rules of a call: budget categories, rates, ceilings, country groups."""

from __future__ import annotations

from erasmus_desk.call.decode_form import decode_evidence
from erasmus_desk.call.funding import (
    BudgetCategory,
    Ceiling,
    CostRule,
    Evidence,
    FundingRules,
    RateRow,
    RateTable,
)
from erasmus_desk.call.json_reader import JsonReader


def decode_funding(reader: JsonReader) -> FundingRules:
    """Return the funding rules; amounts are decimal strings."""
    rules = FundingRules(
        currency=reader.text("currency"),
        categories=reader.decode_all("heads", _category),
        tables=reader.decode_all("tables", _table),
        ceilings=reader.decode_all("ceilings", _ceiling),
        country_groups=reader.mapping("country_groups", JsonReader.texts),
        rules=reader.decode_all("rules", _rule),
    )
    reader.close()
    known = {category.id for category in rules.categories}
    named = [
        *((f"tables[{table.id}]", table.category) for table in rules.tables),
        *((f"rules[{rule.id}]", rule.category) for rule in rules.rules),
        *((f"ceilings[{one.id}]", one.category) for one in rules.ceilings if one.category),
    ]
    for path, category in named:
        if category not in known:
            reader.add_fault("unknown-head", path, category)
    return rules


def _category(reader: JsonReader) -> BudgetCategory:
    return BudgetCategory(
        id=reader.text("id"),
        funding=reader.text("funding"),
        kinds=reader.texts("kinds"),
        needs=reader.text("needs", ""),
        evidence=decode_evidence(reader),
    )


def _table(reader: JsonReader) -> RateTable:
    dimensions = reader.texts("dimensions")
    evidence = decode_evidence(reader)
    return RateTable(
        id=reader.text("id"),
        category=reader.text("head"),
        unit=reader.text("unit"),
        dimensions=dimensions,
        rows=reader.decode_all("rows", lambda row: _row(row, len(dimensions), evidence)),
        evidence=evidence,
    )


def _row(reader: JsonReader, dimensions: int, of_table: Evidence) -> RateRow:
    has_own = reader.has("confidence") or reader.has("source")
    row = RateRow(
        at=reader.texts("at"),
        amount=reader.amount("amount"),
        evidence=decode_evidence(reader) if has_own else of_table,
    )
    if len(row.at) != dimensions:
        reader.add_fault("wrong-number-of-values", "at", str(len(row.at)))
    return row


def _ceiling(reader: JsonReader) -> Ceiling:
    return Ceiling(
        id=reader.text("id"),
        category=reader.text("head", ""),
        per=reader.text("per"),
        amount=reader.amount("amount"),
        evidence=decode_evidence(reader),
        enforced=reader.flag("enforced", default=True),
    )


def _rule(reader: JsonReader) -> CostRule:
    return CostRule(
        id=reader.text("id"),
        type=reader.text("type"),
        category=reader.text("head"),
        binds=reader.mapping("binds", JsonReader.text),
        evidence=decode_evidence(reader),
    )
