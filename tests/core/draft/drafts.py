"""Hypothesis strategies for drafts, and a small draft."""

import string
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from erasmus_desk.draft.model import Draft, Key, Orphan, PackRef, Value
from erasmus_desk.moments import YEARS
from tests.characters import ANY

MOMENT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

# Text as pasted from PDFs, from Word and from broken programs.
ODD = (
    *("\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\r", "\n", "\r\n", "\t", "\u2028", "\u2029"),
    *("\ufeff", "\ufffe", "\uffff", "\ud800", "\udfff", "\ud83d\ude00", "😀", "e\u0301", '"', "\\"),
)
texts = st.one_of(
    st.text(st.characters()),
    st.lists(st.one_of(st.sampled_from(ODD), st.text(ANY, max_size=4)), max_size=12).map("".join),
)
names = st.text(string.ascii_lowercase + "._", min_size=1, max_size=8)
keys = st.builds(Key, names, st.one_of(st.just(""), names))
values: st.SearchStrategy[Value] = st.one_of(
    texts,
    st.integers(-(10**30), 10**30),
    st.booleans(),
    st.dates(),
    st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=2),
    st.lists(texts, max_size=4).map(tuple),
)
moments = st.datetimes(
    datetime(YEARS.start, 1, 1),  # noqa: DTZ001 - the zone is drawn beside it
    datetime(YEARS.stop - 1, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
"""Those that the file of a draft may name."""
plain_json = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**40), 2**40), st.text(ANY, max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(ANY, max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
drafts = st.builds(
    Draft,
    id=st.text("0123456789abcdef", min_size=1, max_size=32),
    pack=st.builds(PackRef, names, names, st.integers(0, 99)),
    created=moments,
    modified=moments,
    answers=st.dictionaries(keys, values, max_size=8),
    orphans=st.lists(st.builds(Orphan, keys, values, texts), max_size=3).map(tuple),
    extra=st.dictionaries(st.text("xyz", min_size=1, max_size=3), plain_json, max_size=2),
)


def make_draft(answers: Mapping[Key, Value] | None = None, draft_id: str = "d1") -> Draft:
    pack = PackRef("ka2-2017", "2017", 1)
    return Draft(draft_id, pack, MOMENT, MOMENT, answers or {Key("prj.title"): "Robots"})


EVERY_KIND = {
    Key("prj.title"): "Robots",
    Key("prj.duration"): 24,
    Key("prj.start"): date(2017, 9, 1),
    Key("bud.sum"): Decimal("12500.50"),
    Key("ctx.schools_only"): False,
    Key("pri.others"): ("inclusion", "digital"),
    Key("organisations"): ("b2", "a1"),
    Key("org.name_lat", "a1"): "Basisschool De Linde",
    Key("org.name_lat", "b2"): "Scoala Teilor",
}
