"""A copied draft knows the ids it comes from, in its file too, whatever a file says there."""

from types import MappingProxyType

import pytest
from msgspec.structs import replace

from erasmus_desk.draft import file_format, origins
from erasmus_desk.draft.origins import MAX_ORIGINS, MEMBER
from tests.core.draft.drafts import EVERY_KIND, make_draft


def test_origins_are_written_and_read_again() -> None:
    draft = make_draft(EVERY_KIND)
    assert origins.list_ids(draft) == (draft.id,)
    copy = replace(origins.add_origin(draft), id="second")
    read = file_format.decode(file_format.encode(copy)).draft
    assert origins.list_ids(read) == ("second", draft.id)
    assert read.answers == draft.answers


def test_the_newest_origins_are_kept() -> None:
    draft = make_draft()
    for number in range(MAX_ORIGINS + 5):
        draft = replace(origins.add_origin(draft), id=f"copy {number}")
    ids = origins.list_ids(draft)
    assert len(ids) == MAX_ORIGINS + 1
    assert ids[:2] == (f"copy {MAX_ORIGINS + 4}", f"copy {MAX_ORIGINS + 3}")


@pytest.mark.parametrize("found", [None, 7, "x", {"a": 1}, [1, None, ["x"]]])
def test_a_member_that_is_not_understood_has_no_origins(found: object) -> None:
    draft = replace(make_draft(), extra=MappingProxyType({MEMBER: found}))
    assert origins.list_ids(draft) == (draft.id,)
