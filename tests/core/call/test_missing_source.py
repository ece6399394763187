"""A call says of a fact without a source that there is none, and lists none."""

from __future__ import annotations

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.paths import find_paths

CALLS = sorted(one.name for one in (find_paths().resources / "calls").iterdir() if one.is_dir())


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("language", ["en", "nl", "fr", "de"])
def test_what_stands_for_a_missing_source_is_a_sentence_of_its_own(
    call: str, language: str
) -> None:
    library = Library((find_paths().resources / "calls",))
    pack, texts = library.load_pack(call), library.load_texts(call, language)
    missing = [source for source in pack.sources.values() if source.is_missing]
    assert missing
    for source in missing:
        title = texts.source_title(source)
        assert title[0].isupper()
        assert title.endswith(".")
        assert not source.address
