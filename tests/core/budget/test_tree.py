"""The grant as a tree, and reasons in short."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given

from erasmus_desk.budget.brief_reasons import shorten, summarise
from erasmus_desk.budget.calculation import ZERO, explain
from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.budget.tree import PartKind, build_tree, list_parts
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.i18n import messages
from erasmus_desk.i18n.figures import separate_figures
from tests.core.budget.planned import build_draft, plans
from tests.core.budget.second_calculation import Plan, Trip

ROOT = Path(__file__).resolve().parents[3]
PLAN = Plan(
    24,
    ("Lommel", "Porto", "Sofia"),
    outputs=(((1, "teacher", 10), (2, "teacher", 30)), ((0, "manager", 5),)),
    events=((0, 20, 5), (1, 10, 0)),
    meetings=(("Lommel", (Trip(1, 2), Trip(2, 3, km=1500))),),
    special=((0, 12_345),),
    exceptional=((1, 10_000), (2, 20_000)),
)


@given(plan=plans())
def test_every_part_is_the_sum_of_its_parts_and_nothing_is_lost(pack: Pack, plan: Plan) -> None:
    grant = compute_grant(build_draft(plan), pack)
    tree = build_tree(grant)
    assert sum((part.amount for part in tree), ZERO) == grant.total
    assert [part.category for part in tree] == [
        category for category in grant.by_category if _has_entry(grant, category)
    ]
    for part in list_parts(tree):
        assert not part.parts or sum((one.amount for one in part.parts), ZERO) == part.amount
        assert len({one.id for one in part.parts}) == len(part.parts)
    leaves = [part for part in list_parts(tree) if not part.parts]
    assert all(part.kind is PartKind.ORGANISATION for part in leaves)
    assert sum(len(part.lines) for part in leaves) == len(grant.lines)
    assert sum(part.uncounted for part in leaves) == len(grant.missing) + len(grant.unfunded)


def _has_entry(grant: Grant, category: str) -> bool:
    entries = (*grant.lines, *grant.missing, *grant.unfunded)
    return any(entry.category == category for entry in entries)


def test_many_lines_are_told_in_few_words(pack: Pack, texts: Texts) -> None:
    sentences = messages.load_messages(ROOT / "resources" / "sentences", "en")
    tree = build_tree(compute_grant(build_draft(PLAN), pack))
    told = {
        part.category: separate_figures(explain(summarise(part.lines), sentences, texts))
        for part in tree
    }
    assert told == {
        "pmi": "24 months × EUR 500; 2 organisations × 24 months × EUR 250",
        "tpm": "5 people",
        "io": "45 days",
        "me": "30 local participants, 5 participants from abroad",
        "special-needs": "100% of EUR 123.45",
        "exceptional": "75% of EUR 300",
    }


def test_one_line_leaves_out_what_the_rows_around_it_say(pack: Pack, texts: Texts) -> None:
    sentences = messages.load_messages(ROOT / "resources" / "sentences", "en")
    tree = build_tree(compute_grant(build_draft(PLAN), pack))
    lines = {part.category: part.lines for part in tree}
    told = [separate_figures(explain(shorten(line), sentences, texts)) for line in lines["tpm"]]
    assert told[0].startswith("2 people × EUR 575; Porto, 1,")
    assert told[1] == "3 people × EUR 575; 1,500 km typed by hand"
    first = separate_figures(explain(shorten(lines["io"][0]), sentences, texts))
    assert first == "10 days × EUR 137, Teachers/Trainers/Researchers/Youth workers"
