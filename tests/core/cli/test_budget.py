"""The command `budget`: the grant as text and as JSON, and errors in one line."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from tests.core.budget.planned import build_draft
from tests.core.budget.second_calculation import Plan, Stay, Trip
from tests.core.complete import put_answer, take_out_estimates
from tests.core.desk_process import ROOT, run_copy, snapshot

PLAN = Plan(
    24,
    ("Lommel", "Porto"),
    meetings=(("Lommel", (Trip(1, 2),)),),
    stays=(Stay("sp-staff", "Porto", 5, 0, (Trip(0, 2),)),),
    exceptional=((0, 10_001),),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draft = put_answer(build_draft(PLAN), "ltt.months", None, "ltt0")
    (tmp_path / "plan.erasmus").write_bytes(file_format.encode(draft))
    lost = put_answer(draft, "tpm.city", "Atlantis", "tpm0")
    (tmp_path / "lost.erasmus").write_bytes(file_format.encode(lost))
    over = put_answer(draft, "grp.persons", 900, "ltt0g0")
    (tmp_path / "over.erasmus").write_bytes(file_format.encode(over))
    (tmp_path / "letter.txt").write_text("Dear all,", encoding="utf-8")
    return tmp_path


def test_budget_prints_the_sums_and_each_line_with_its_reasons(folder: Path) -> None:
    done = run_copy(folder, "budget", "plan.erasmus")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "plan.erasmus: grant requested EUR 20,775.01."
    assert lines[1] == "Maximum: EUR 300,000. Remaining: EUR 279,224.99."
    assert "By organisation" in lines
    assert any("Porto → Lommel 1,546.01 km, distance band 100–1,999 km" in line for line in lines)
    assert any(line.startswith("  [1] ") for line in lines)


def test_budget_speaks_dutch(folder: Path) -> None:
    done = run_copy(folder, "budget", "plan.erasmus", language="nl_BE.UTF-8")
    assert done.stdout.startswith("plan.erasmus: gevraagde subsidie 20.775,01 euro.")
    assert "als coördinator" in done.stdout
    assert "Jugendbüro van de Duitstalige Gemeenschap" in done.stdout
    assert "National Agency" not in done.stdout


def test_budget_prints_one_json_object_of_the_promised_shape(folder: Path) -> None:
    done = run_copy(folder, "budget", "plan.erasmus", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    promised = ("currency", "total", "ceiling", "lines", "by_head", "by_organisation")
    assert set(promised) <= set(report)
    assert (report["currency"], report["total"], report["ceiling"]) == (
        "EUR",
        "20775.01",
        "300000.00",
    )
    for line in report["lines"]:
        for name in ("head", "activity", "organisation", "amount", "because", "source"):
            assert name in line
        assert line["confidence"] in ("A", "B", "C")
        assert line["because"]
    meeting = next(line for line in report["lines"] if line["head"] == "tpm")
    assert (meeting["activity"], meeting["amount"]) == ("M1", "1150.00")


def test_the_sums_of_the_object_are_those_of_its_lines(folder: Path) -> None:
    report = json.loads(run_copy(folder, "budget", "plan.erasmus", "--json").stdout)
    for sums, name in (("by_head", "head"), ("by_organisation", "organisation")):
        for one, amount in report[sums].items():
            lines = [line["amount"] for line in report["lines"] if (line[name] or "") == one]
            assert Decimal(amount) == sum(map(Decimal, lines), Decimal(0))
    assert Decimal(report["total"]) == sum(map(Decimal, report["by_head"].values()))
    assert Decimal(report["total"]) == sum(map(Decimal, report["by_year"].values()))


def test_the_command_prints_the_grant_of_the_core(folder: Path) -> None:
    report = json.loads(run_copy(folder, "budget", "plan.erasmus", "--json").stdout)
    pack = Library((ROOT / "resources" / "calls",)).load_pack("ka2-2017")
    assert Decimal(report["total"]) == compute_grant(build_draft(PLAN), pack).total


def test_what_cannot_be_computed_is_reported_and_not_counted(folder: Path) -> None:
    done = run_copy(folder, "budget", "lost.erasmus")
    assert done.returncode == 0
    assert "1 amount could not be calculated" in done.stdout
    assert "no place called “Atlantis” is known in Belgium" in done.stdout
    report = json.loads(run_copy(folder, "budget", "lost.erasmus", "--json").stdout)
    (gap,) = report["gaps"]
    assert (gap["code"], gap["activity"]) == ("city-unknown", "M1")
    assert (gap["question"], gap["item"]) == ("tpm.city", "tpm0")


def test_a_grant_over_its_ceiling_is_reported_and_not_cut(folder: Path) -> None:
    done = run_copy(folder, "budget", "over.erasmus")
    assert done.returncode == 0
    assert "Over the maximum" in done.stdout.splitlines()[1]
    report = json.loads(run_copy(folder, "budget", "over.erasmus", "--json").stdout)
    assert Decimal(report["left"]) < 0


@pytest.mark.parametrize("example", ["goede-praktijk-school", "innovation-vet"])
def test_the_examples_have_a_budget(example: str, tmp_path: Path) -> None:
    file = ROOT / "resources" / "examples" / f"{example}.erasmus"
    report = json.loads(run_copy(tmp_path, "budget", str(file), "--json").stdout)
    assert Decimal(report["total"]) > 0


def test_a_lump_sum_is_divided_but_belongs_to_no_year(folder: Path) -> None:
    file = str(ROOT / "resources" / "examples" / "the-empty-chair.erasmus")
    said = run_copy(folder, "budget", file).stdout
    assert "By activity" in said
    assert "By calendar year" not in said
    assert "By calendar year" in run_copy(folder, "budget", "plan.erasmus").stdout
    report = json.loads(run_copy(folder, "budget", file, "--json").stdout)
    assert (report["total"], report["left"]) == ("250000.00", "0.00")
    assert report["pivots"] == ["organisation", "activity"]
    # The key of the object stays.
    assert sum(map(Decimal, report["by_year"].values())) == 250_000


def test_an_estimate_is_beside_the_grant_and_in_none_of_its_sums(tmp_path: Path) -> None:
    example = ROOT / "resources" / "examples" / "schaduwkaart.erasmus"
    draft = file_format.decode(example.read_bytes()).draft
    calls = Library((ROOT / "resources" / "calls",))
    draft = take_out_estimates(draft, calls.load_pack(draft.pack.id))
    activity = draft.items("activities")[0]
    draft = put_answer(draft, "act_costs", ("r1",), activity)
    draft = put_answer(draft, "actc.count", 12, "r1")
    draft = put_answer(draft, "actc.price", Decimal("275.50"), "r1")
    (tmp_path / "plan.erasmus").write_bytes(file_format.encode(draft))
    report = json.loads(run_copy(tmp_path, "budget", "plan.erasmus", "--json").stdout)
    (estimate,) = report["estimates"]
    assert (report["total"], report["estimate_total"]) == ("60000.00", "3306.00")
    assert (estimate["question"], estimate["item"]) == ("act.amount", activity)
    assert estimate["amount"] == estimate["lines"][0]["amount"] == "3306.00"
    assert estimate["lines"][0]["times"] == [12, None]
    spoken = run_copy(tmp_path, "budget", "plan.erasmus").stdout
    assert "Estimate of real costs: EUR 3,306, not in the total." in spoken


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("budget",), "FILE"),
        (("budget", "gone.erasmus"), "gone.erasmus"),
        (("budget", "letter.txt"), "letter.txt"),
        (("budget", "plan.erasmus", "--jsno"), "--jsno"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(
    arguments: tuple[str, ...], named: str, folder: Path
) -> None:
    before = snapshot(folder)
    done = run_copy(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert named in done.stderr
    assert snapshot(folder) == before
