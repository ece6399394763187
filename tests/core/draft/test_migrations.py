"""Every draft file ever written still opens."""

import json
from pathlib import Path

import pytest

from erasmus_desk.draft import codec
from erasmus_desk.draft.migrations import CURRENT, MIGRATIONS, Members, migrated
from erasmus_desk.errors import DraftNewer
from tests.core.draft.drafts import draft_of

DRAFTS = Path(__file__).resolve().parents[2] / "drafts"
SAMPLES = sorted(DRAFTS.glob("v*/*.erasmus"))


def test_every_version_has_a_sample_so_that_no_migration_is_untried() -> None:
    found = {int(path.parent.name.removeprefix("v")) for path in SAMPLES}
    assert found == set(range(1, CURRENT + 1))
    assert len(MIGRATIONS) == CURRENT - 1


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sample_opens_with_all_its_answers(path: Path) -> None:
    members = json.loads(path.read_bytes())
    decoded = codec.decode(path.read_bytes())
    assert decoded.version == int(path.parent.name.removeprefix("v"))
    assert len(decoded.draft.answers) == len(members["answers"])
    again = codec.decode(codec.encode(decoded.draft))
    assert (again.draft, again.version) == (decoded.draft, CURRENT)


def test_migrations_are_done_in_turn_from_the_version_of_the_file() -> None:
    def second(members: Members) -> Members:
        return members | {"id": f"{members['id']}-2"}

    def third(members: Members) -> Members:
        return members | {"id": f"{members['id']}-3"}

    steps = (second, third)
    assert migrated({"id": "x"}, 1, steps) == {"id": "x-2-3"}
    assert migrated({"id": "x"}, 2, steps) == {"id": "x-3"}
    assert migrated({"id": "x"}, 3, steps) == {"id": "x"}
    decoded = codec.decode(codec.encode(draft_of()), steps)
    assert (decoded.draft.id, decoded.version) == ("d1-2-3", 1)


def test_a_version_beyond_the_last_migration_is_newer() -> None:
    content = codec.encode(draft_of()).replace(b'"version": 1', b'"version": 4')
    with pytest.raises(DraftNewer):
        codec.decode(content, (lambda members: members, lambda members: members))
