"""The record of a sent file is read back exactly."""

from datetime import date
from decimal import Decimal
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.round_trip import codec
from erasmus_desk.round_trip.record import (
    MAX_TAG_LENGTH,
    BlockRole,
    CellPosition,
    RecordBlock,
    RecordTable,
    SentRecord,
    make_answer_tag,
)

_TEXT = st.text(st.characters(), max_size=40)
_NAMES = st.text("abcdef.12", min_size=1, max_size=12)
_KEYS = st.builds(Key, _NAMES, st.just("") | _NAMES)
_VALUES: st.SearchStrategy[Value] = (
    _TEXT
    | st.integers(-(10**9), 10**9)
    | st.booleans()
    | st.dates()
    | st.decimals(-(10**6), 10**6, places=2)
    | st.lists(_NAMES, max_size=3).map(tuple)
)
_SPOTS = st.builds(CellPosition, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
_PIECES = st.builds(
    RecordBlock,
    role=st.sampled_from(BlockRole),
    text=_TEXT,
    key=st.none() | _KEYS,
    is_placeholder=st.booleans(),
    anchor=_NAMES | st.just(""),
    cell=st.none() | _SPOTS,
    heading=st.integers(0, 3),
)
_SENT = st.builds(
    SentRecord,
    draft=_NAMES,
    state=_NAMES,
    pack=_NAMES,
    profile=_NAMES,
    language=st.just("nl"),
    blocks=st.lists(_PIECES, max_size=4).map(tuple),
    tables=st.lists(
        st.builds(
            RecordTable,
            table=st.integers(0, 9),
            order=_KEYS,
            items=st.lists(_NAMES, max_size=2).map(tuple),
            questions=st.lists(_NAMES, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    values=st.dictionaries(_KEYS, _VALUES, max_size=4).map(MappingProxyType),
    partner=_NAMES | st.just(""),
    reply_by=st.none() | st.dates(date(2017, 1, 1), date(2030, 1, 1)),
)


@given(_SENT)
def test_a_record_is_decoded_as_it_was_encoded(sent: SentRecord) -> None:
    assert codec.decode(codec.encode(sent)) == sent


@given(_SENT)
def test_the_part_is_xml_whatever_was_typed(sent: SentRecord) -> None:
    part = codec.encode(sent)

    assert part.isascii()
    assert codec.NAMESPACE.encode() in part


def test_the_state_identifies_a_copy() -> None:
    one = SentRecord("d", "", "p", "clean", "en", (RecordBlock(BlockRole.FIXED, "A"),))
    other = SentRecord("d", "", "p", "clean", "en", (RecordBlock(BlockRole.FIXED, "B"),))

    assert codec.seal(one)[0].state == codec.seal(codec.seal(one)[0])[0].state
    assert codec.seal(one)[0].state != codec.seal(other)[0].state


def test_what_cannot_be_read_is_no_record() -> None:
    whole = codec.encode(SentRecord("d", "s", "p", "clean", "en", ()))
    newer = whole.replace(b'"version":1', b'"version":2')

    assert codec.decode(whole[:-30]) is None
    assert codec.decode(newer) is None
    assert codec.decode(b"<other/>") is None
    assert codec.decode(whole.replace(b'"pieces":[]', b'"pieces":[7]')) is None


def test_yes_is_not_one_and_money_stays_exact() -> None:
    values: dict[Key, Value] = {Key("a"): True, Key("b"): 1, Key("c"): Decimal("1.10")}
    sent = SentRecord("d", "s", "p", "clean", "en", (), values=MappingProxyType(values))

    back = codec.decode(codec.encode(sent))

    assert back is not None
    assert [repr(value) for value in back.values.values()] == ["True", "1", "Decimal('1.10')"]


def test_a_tag_is_its_key_unless_too_long_for_word() -> None:
    assert make_answer_tag(Key("org.name", "a1")) == "org.name@a1"
    assert len(make_answer_tag(Key("q" * 40, "i" * 40))) <= MAX_TAG_LENGTH
    assert make_answer_tag(Key("q" * 40, "i" * 40)) != make_answer_tag(Key("q" * 40, "j" * 40))
