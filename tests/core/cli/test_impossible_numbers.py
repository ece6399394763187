"""A number that no project has is refused in one line by every command, and nothing is written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.core.desk_process import run_copy, snapshot

CASE = Path(__file__).parents[2] / "samples" / "money" / "C-export-crash-1e40.erasmus"
WHERE = "“Grant (EUR) (School Gent)”"
VALUES = {
    "1e40": ('{"decimal": "1e40"}', "1E+40"),
    "below zero": ('{"decimal": "-5"}', "-5"),
    "forty digits": ("9" * 40, "9" * 40),
    "four hundred digits": ("9" * 400, f"{'9' * 50}…"),
    "forty digits as text": (f'"{"9" * 40}"', "9" * 40),
    "as text": ('"1e40"', "1e40"),
    "no number": ('{"decimal": "NaN"}', "NaN"),
    "infinity": ("-Infinity", "-Infinity"),
    "a float": ("1e40", "1e+40"),
}


@pytest.fixture(params=VALUES)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A draft with this value in an amount, and how it is told."""
    value, shown = VALUES[request.param]
    path = tmp_path / "case.erasmus"
    shutil.copy(CASE, path)
    text = path.read_text(encoding="utf-8")
    rows = json.loads(text)["answers"]
    assert [row["value"] for row in rows if row["q"] == "spc.amount"] == [{"decimal": "1e40"}]
    start = text.index('"decimal": "1e40"')
    first, last = text.rindex("{", 0, start), text.index("}", start) + 1
    path.write_text(text[:first] + value + text[last:], encoding="utf-8")
    return path, shown


@pytest.mark.share(3)
def test_every_command_tells_it_in_one_line(case: tuple[Path, str], tmp_path: Path) -> None:
    path, shown = case
    found = json.loads(run_copy(tmp_path, "check", path.name, "--json").stdout)["findings"]
    (blocking,) = [one for one in found if one["grade"] == "blocks"]
    assert blocking["question"] == "spc.amount"
    assert shown in blocking["message"]

    told = run_copy(tmp_path, "budget", path.name)
    assert (told.returncode, told.stderr.count("\n")) == (0, 1)
    assert f"{WHERE} is {shown}" in told.stderr
    assert "EUR 18,700" in told.stdout.splitlines()[0]

    before = snapshot(tmp_path)
    targets = ("-o", "out.docx", "--sheet", "out.xlsx")
    told = run_copy(tmp_path, "export", path.name, *targets, language="nl_BE")
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    assert f"is {shown}. Geen enkel project heeft zo’n getal." in told.stderr
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("digits", [31, 400])
def test_a_project_of_endless_months_has_a_budget_and_no_ceiling(
    digits: int, tmp_path: Path
) -> None:
    path = tmp_path / "case.erasmus"
    draft = json.loads(CASE.with_name("A2-istanbul-for-comparison.erasmus").read_bytes())
    (months,) = [row for row in draft["answers"] if row["q"] == "prj.duration"]
    months["value"] = int("9" * digits)
    path.write_text(json.dumps(draft), encoding="utf-8")
    told = run_copy(tmp_path, "budget", path.name, "--json", language="fr_FR")
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["ceiling"] is None
    assert "did not expect" not in told.stderr
    assert "Durée en mois" in told.stderr
