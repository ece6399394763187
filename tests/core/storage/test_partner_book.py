"""The partner book: organisations saved from one draft fill others."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key, PackRef, Value
from erasmus_desk.errors import TargetRefused
from erasmus_desk.storage import partner_book
from erasmus_desk.storage.partner_book import LoadedBook, PartnerBook

ROOT = Path(__file__).resolve().parents[3]
MOMENT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LINDE = {
    "org.name_lat": "Basisschool De Linde",
    "org.acronym": "LINDE",
    "org.city": "Gent",
    "org.country": "BE",
    "org.pic": "912345678",
    "org.email": "post@linde.example.be",
    "prof.staff": 31,
    "prof.public": True,
    "rep.family": "Janssens",
}
TEILOR = {"org.name_lat": "Școala Teilor", "org.country": "RO", "org.city": "Iași"}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((ROOT / "resources" / "calls", ROOT / "tests" / "packs" / "valid"))


@pytest.fixture(scope="module")
def pack(library: Library) -> Pack:
    return library.load_pack("ka2-2017")


def make_draft(*schools: Mapping[str, Value]) -> Draft:
    answers: dict[Key, Value] = {Key("organisations"): tuple(f"o{n}" for n in range(len(schools)))}
    for number, school in enumerate(schools):
        answers |= {Key(question, f"o{number}"): value for question, value in school.items()}
        answers[Key("eu_projects", f"o{number}")] = ("p1",)
    return Draft("d1", PackRef("ka2-2017", "2017", 1), MOMENT, MOMENT, answers)


def build_book(pack: Pack, *schools: Mapping[str, Value]) -> PartnerBook:
    book, draft = PartnerBook(), make_draft(*schools)
    for item in draft.items("organisations"):
        book = book.remember(draft, pack, item, lambda: MOMENT)
    return book


def test_a_saved_organisation_has_its_answers_for_another_draft(pack: Pack) -> None:
    [partner] = build_book(pack, LINDE).partners
    assert partner.name == "Basisschool De Linde"
    assert partner.get_answers(pack) == LINDE


def test_its_nested_lists_are_not_saved(pack: Pack) -> None:
    [partner] = build_book(pack, LINDE).partners
    assert "eu_projects" not in partner.values


def test_for_another_call_answers_go_by_role(library: Library, pack: Pack) -> None:
    [partner] = build_book(pack, LINDE).partners
    other = library.load_pack("lump-sums")
    assert partner.get_answers(other) == {
        "member.called": "Basisschool De Linde",
        "member.land": "BE",
    }
    assert partner.get_answers(library.load_pack("no-kinds")) == {}


def test_a_draft_of_a_call_without_organisations_has_none(library: Library) -> None:
    other = library.load_pack("no-kinds")
    assert PartnerBook().remember(make_draft(LINDE), other, "o0") == PartnerBook()


def test_the_same_pic_is_the_same_organisation_whatever_its_name(pack: Pack) -> None:
    book = build_book(pack, LINDE, LINDE | {"org.name_lat": "De Linde, basisschool"})
    [partner] = book.partners
    assert partner.name == "De Linde, basisschool"
    [first] = build_book(pack, LINDE).partners
    again = PartnerBook((first,)).remember(make_draft(LINDE), pack, "o0")
    assert [one.id for one in again.partners] == [first.id]


def test_without_a_pic_name_and_country_identify(pack: Pack) -> None:
    same = {"org.name_lat": "scoala  TEILOR", "org.country": "RO"}
    other = TEILOR | {"org.country": "MD"}
    assert len(build_book(pack, TEILOR, same).partners) == 1
    assert len(build_book(pack, TEILOR, other).partners) == 2
    assert len(build_book(pack, LINDE, LINDE | {"org.pic": "987654321"}).partners) == 2
    nameless_pic = {name: value for name, value in LINDE.items() if name != "org.pic"}
    assert len(build_book(pack, LINDE, nameless_pic).partners) == 1


LINDE_2026 = {
    "org.name": "Basisschool De Linde",
    "org.country": "BE",
    "org.city": "Gent",
    "org.oid": "E10012345",
}


def make_new_draft(school: Mapping[str, Value]) -> Draft:
    answers: dict[Key, Value] = {Key("organisations"): ("o0",)}
    answers |= {Key(question, "o0"): value for question, value in school.items()}
    return Draft("d2", PackRef("ka220-2026", "2026", 1), MOMENT, MOMENT, answers)


@pytest.mark.parametrize("call", ["ka210-2026", "ka220-2026"])
def test_each_identifier_goes_to_its_own_question_alone(
    library: Library, pack: Pack, call: str
) -> None:
    new = library.load_pack(call)
    [partner] = build_book(pack, LINDE).partners
    assert "org.oid" not in partner.get_answers(new)
    book = PartnerBook((partner,)).remember(make_new_draft(LINDE_2026), new, "o0")
    [both] = book.partners
    assert both.id == partner.id
    assert both.identifiers == {"pic": "912345678", "oid": "E10012345"}
    assert both.get_answers(new)["org.oid"] == "E10012345"
    assert both.get_answers(pack)["org.pic"] == "912345678"
    assert book.find("e1001") == (both,)
    assert book.find("9123") == (both,)


def test_an_identifier_that_was_removed_is_forgotten(library: Library, pack: Pack) -> None:
    new = library.load_pack("ka220-2026")
    both = build_book(pack, LINDE).remember(make_new_draft(LINDE_2026), new, "o0")
    without = {name: value for name, value in LINDE_2026.items() if name != "org.oid"}
    [partner] = both.remember(make_new_draft(without), new, "o0").partners
    assert partner.identifiers == {"pic": "912345678"}


def test_an_identifier_of_another_shape_does_not_fill_the_question(
    library: Library, pack: Pack
) -> None:
    new = library.load_pack("ka210-2026")
    mixed = LINDE_2026 | {"org.oid": "912345678"}
    [partner] = PartnerBook().remember(make_new_draft(mixed), new, "o0").partners
    assert partner.get_answers(new)["org.oid"] == "912345678"
    assert "org.oid" not in partner.get_answers(library.load_pack("ka220-2026"))
    assert "org.pic" not in partner.get_answers(pack)


def test_a_book_of_an_earlier_version_opens_with_its_pic(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "partners.json"
    path.write_text(
        '{"format": "erasmus-desk partners", "version": 1, "partners": [{"id": "p1", "name": "X",'
        ' "pack": "ka0-2014", "updated": "2026-01-01T09:00:00+00:00", "values": {"o.no": "1"},'
        ' "parts": {"name": "X", "country": "BE", "pic": "912345678", "website": "x.example"}}]}'
    )
    [partner] = partner_book.load(path).book.partners
    assert partner.identifiers == {"pic": "912345678"}
    assert partner.get_answers(pack)["org.pic"] == "912345678"


def test_an_organisation_without_a_name_is_not_saved(pack: Pack) -> None:
    assert build_book(pack, {"org.city": "Gent"}, {"org.name_lat": "  "}).partners == ()
    assert [one.name for one in build_book(pack, {"org.name_nat": "Школа"}).partners] == ["Школа"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", 2),
        ("linde", 1),
        ("scoala", 1),
        ("IASI", 1),
        ("de lin", 1),
        ("9123", 1),
        ("gent linde", 1),
        ("inde", 0),
        ("linde iasi", 0),
    ],
)
def test_partners_are_found_by_the_beginning_of_a_word(pack: Pack, typed: str, found: int) -> None:
    assert len(build_book(pack, LINDE, TEILOR).find(typed)) == found


def test_a_partner_can_be_removed(pack: Pack) -> None:
    book = build_book(pack, LINDE, TEILOR)
    [linde] = book.find("linde")
    assert [one.name for one in book.without(linde.id).partners] == ["Școala Teilor"]


def test_the_book_is_read_as_written(pack: Pack, tmp_path: Path) -> None:
    book = build_book(pack, LINDE, TEILOR)
    path = tmp_path / "local" / "partners.json"
    partner_book.save(book, path)
    assert partner_book.load(path) == LoadedBook(book)


def test_a_missing_book_is_empty(tmp_path: Path) -> None:
    assert partner_book.load(tmp_path / "partners.json") == LoadedBook(PartnerBook())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"format": "other", "version": 1, "partners": []}',
        b'{"format": "erasmus-desk partners", "version": 1, "partners": {}}',
        b'{"format": "erasmus-desk partners", "version": 1, "partners": [{"id": 1}]}',
        b'{"format": "erasmus-desk partners", "version": 1, "partners": [3]}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_book_is_renamed_and_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "partners.json"
    path.write_bytes(content)
    loaded = partner_book.load(path, lambda: MOMENT)
    renamed = tmp_path / "partners.damaged-20261123-100000.json"
    assert loaded == LoadedBook(PartnerBook(), renamed)
    assert renamed.read_bytes() == content
    assert not path.exists()


def test_a_book_without_a_time_zone_or_with_an_odd_value_is_read(tmp_path: Path) -> None:
    path = tmp_path / "partners.json"
    path.write_text(
        '{"format": "erasmus-desk partners", "version": 1, "partners": ['
        '{"id": "a", "name": "Linde", "pack": "x", "updated": "2026-11-23T10:00:00",'
        ' "values": {"a": "b", "c": 1.5}, "parts": {}}]}'
    )
    [partner] = partner_book.load(path).book.partners
    assert (partner.updated, dict(partner.values)) == (MOMENT, {"a": "b"})


def test_a_folder_in_place_of_the_book_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TargetRefused):
        partner_book.load(tmp_path)


def one_bad_entry(content: str) -> str:
    return content.replace('"updated": "2026', '"updated": "whenever 2026', 1)


def one_bad_answer(content: str) -> str:
    return content.replace('"BE"', '{"decimal": "x"}')


def one_bad_byte(content: str) -> str:
    return content.replace('"updated"', '"upda\x00ted', 1)


@pytest.mark.parametrize("damage", [one_bad_entry, one_bad_answer, one_bad_byte])
def test_what_can_be_read_of_a_damaged_book_is_kept_and_the_file_too(
    pack: Pack, tmp_path: Path, damage: Callable[[str], str]
) -> None:
    path = tmp_path / "partners.json"
    partner_book.save(build_book(pack, LINDE, {"org.name_lat": "Zonnebloem"}), path)
    damaged = damage(path.read_text("utf-8"))
    path.write_text(damaged, "utf-8")
    loaded = partner_book.load(path)
    names = [one.name for one in loaded.book.partners]
    assert names
    assert len(names) == 2 or damage is not one_bad_answer
    assert loaded.damaged is not None
    assert loaded.damaged.read_text("utf-8") == damaged
    assert partner_book.load(path) == partner_book.LoadedBook(loaded.book)
