"""Word files mutated at random, reproducible by number, as damaged or hostile files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from random import Random

from tests.prove.xml_shuffle import shuffle_elements

Entries = dict[str, bytes]
Mutation = Callable[[Random, Entries], None]

_NASTY = (
    *("", " ", "-1", "0", "1", "2147483648", "99999999999999999999", "1e9", "NaN", "true", "../x"),
    *("\u202e", "\ud7ff", "\U0010ffff", "é" * 70, "x" * 5000, "2026-13-45T99:99:99Z", "none", "#7"),
    *("prj.title", "org.name_lat@nobody", "{}", "%s", "0001-01-01T00:00:00+14:00", "Ⅷ", "²"),
)
_INSERTED = (
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&#0;", b"&b;", b"&#x10ffff;", b"<![CDATA[<w:p>]]>"),
    *(b"<!--", b"]]>", b"<?a b?>", b"<", b">", b'"', b"\0", b"\xff", b"\xf0\x9f\x98\x80", b"&lt;"),
    *(b"<w:p/>", b"<w:br/>", b"<w:tab/>", b"<w:sdt/>", b"</w:p>", b"<w:tbl/>", b"<w:tc/>"),
    *(b"<w:ins/>", b"<w:r><w:t>new</w:t></w:r>", b'<w:comment w:id="1"/>', b"<mc:Choice/>"),
    *(b'<w:fldChar w:fldCharType="begin"/>', b'<w:commentRangeStart w:id="1"/>', b"\xe2\x80\xae"),
)
_NAMES = (
    *(
        "../evil.xml",
        "/word/document.xml",
        "word\\document.xml",
        "C:/evil.xml",
        "WORD/DOCUMENT.XML",
    ),
    *("word/vbaProject.bin", "x" * 60_000, "word/", "", "a\0b", "mimetype", "%2e%2e/evil.xml"),
)
_TARGETS = (
    *("document.xml", "../word/document.xml", "/", "", "..", "#", "comments.xml", "header1.xml"),
    *(
        "../[Content_Types].xml",
        "https://example.org/a.xml",
        "file:///etc/passwd",
        "%00",
        "a" * 9000,
    ),
)
_TYPES = (
    *("comments", "header", "footer", "footnotes", "endnotes", "styles", "numbering", "people"),
    *("customXml", "officeDocument", "image", "commentsExtended", "core-properties", "", "aFChunk"),
)
_TAG = re.compile(rb"<[^<>]+>")
_VALUE = re.compile(rb'"[^"<>]*"')


def mutate(number: int, valid: Mapping[str, bytes]) -> bytes:
    """Return the mutated file of a number, made from the entries of a valid one."""
    chance = Random(number)  # noqa: S311 -- no secret, but the same each time
    entries = dict(valid)
    chosen = chance.random()
    for _ in range(chance.choice((1, 1, 2, 5))):
        if entries and chosen > 0.2:  # two in ten are mutated as bytes only
            chance.choice(_MUTATIONS)(chance, entries)
    content = _zip(chance, entries)
    if chosen < 0.3:  # and one in ten in both ways
        content = chance.choice(_BYTES)(chance, content)
    return content


def _zip(chance: Random, entries: Entries) -> bytes:
    packing = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", packing) as archive:
        for name, body in entries.items():
            archive.writestr(name or "x", body)
    return target.getvalue()


def _choose_part(chance: Random, entries: Entries) -> str:
    """Choose an XML part, the main document more often than others."""
    names = [name for name in entries if name.endswith((".xml", ".rels"))] or list(entries)
    main = [name for name in names if name.endswith(("document.xml", "comments.xml"))]
    return chance.choice(main if main and chance.random() < 0.6 else names)


def _choose_range(chance: Random, content: bytes) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + int(2 ** chance.uniform(0, 14)))


# Bytes, of the file or of one part


def _change_bytes(chance: Random, content: bytes) -> bytes:
    mutable = bytearray(content)
    for _ in range(chance.choice((1, 3, 20, 200)) if mutable else 0):
        mutable[chance.randrange(len(mutable))] = chance.randrange(256)
    return bytes(mutable)


def _truncate(chance: Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _delete_range(chance: Random, content: bytes) -> bytes:
    start, end = _choose_range(chance, content)
    return content[:start] + content[end:]


def _repeat_range(chance: Random, content: bytes) -> bytes:
    start, end = _choose_range(chance, content)
    times = chance.choice((2, 3, 50))
    return content[:start] + content[start:end] * times + content[end:]


def _change_zip_headers(chance: Random, content: bytes) -> bytes:
    """Change a field in one of the headers of the zip: flags, packing, sizes, lengths, offsets."""
    places = [found.start() for found in re.finditer(rb"PK(\x01\x02|\x03\x04|\x05\x06)", content)]
    mutable = bytearray(content)
    for _ in range(chance.choice((1, 2, 4)) if places else 0):
        place = chance.choice(places) + chance.randrange(4, 46)
        if place < len(mutable):
            mutable[place] = chance.choice((0, 1, 8, 9, 14, 99, 127, 128, 255))
    return bytes(mutable)


def _insert_snippets(chance: Random, content: bytes) -> bytes:
    for _ in range(chance.choice((1, 4))):
        place, _end = _choose_range(chance, content)
        # Between two tags more often than within one.
        between = content.find(b">", place) + 1 if chance.random() < 0.8 else place
        content = content[:between] + chance.choice(_INSERTED) + content[between:]
    return content


def _change_tags(chance: Random, content: bytes) -> bytes:
    """Delete, double, or exchange tags."""
    tags = list(_TAG.finditer(content))
    if not tags:
        return content
    one, other = (chance.choice(tags) for _ in range(2))
    new = chance.choice((b"", one.group() * 2, other.group(), one.group() * 3000))
    return content[: one.start()] + new + content[one.end() :]


def _change_values(chance: Random, content: bytes) -> bytes:
    values = list(_VALUE.finditer(content))
    for found in sorted(
        chance.choices(values, k=3) if values else (), key=lambda one: -one.start()
    ):
        new = chance.choice(_NASTY).encode("utf-8", "surrogatepass")
        content = content[: found.start()] + b'"' + new + b'"' + content[found.end() :]
    return content


_BYTES = (_change_bytes, _truncate, _delete_range, _repeat_range, _change_zip_headers)
_PART_BYTES = (
    _change_bytes,
    _truncate,
    _delete_range,
    _repeat_range,
    _insert_snippets,
    _change_tags,
    _change_values,
)


# Entries


def _mutate_part(chance: Random, entries: Entries) -> None:
    name = _choose_part(chance, entries)
    entries[name] = chance.choice(_PART_BYTES)(chance, entries[name])


def _shuffle_part(chance: Random, entries: Entries) -> None:
    name = _choose_part(chance, entries)
    entries[name] = shuffle_elements(chance, entries[name])


def _drop_entry(chance: Random, entries: Entries) -> None:
    del entries[chance.choice(list(entries))]


def _rename_entry(chance: Random, entries: Entries) -> None:
    old = chance.choice(list(entries))
    entries[chance.choice((*_NAMES, *entries))] = entries.pop(old)


def _add_entry(chance: Random, entries: Entries) -> None:
    entries[chance.choice(_NAMES)] = chance.choice(list(entries.values()))


def _exchange_entries(chance: Random, entries: Entries) -> None:
    one, other = _choose_part(chance, entries), _choose_part(chance, entries)
    entries[one], entries[other] = entries[other], entries[one]


def _replace_entry(chance: Random, entries: Entries) -> None:
    junk = (
        b"",
        b"\0" * 100,
        b"<a/>",
        chance.randbytes(300),
        b"PK\x03\x04",
        b"\xff\xfe<\0a\0/\0>\0",
    )
    entries[_choose_part(chance, entries)] = chance.choice(junk)


def _recode_entry(chance: Random, entries: Entries) -> None:
    name = _choose_part(chance, entries)
    encoding = chance.choice(("utf-16", "utf-16-be", "utf-32", "cp037", "utf-8-sig"))
    entries[name] = entries[name].decode("utf-8", "replace").encode(encoding, "replace")


def _change_relationships(chance: Random, entries: Entries) -> None:
    """Change the target, type or id of relationships, or make them external."""
    names = [name for name in entries if name.endswith(".rels")]
    if not names:
        return
    name = chance.choice(names)
    kind, target = chance.choice(_TYPES), chance.choice(_TARGETS)
    pattern, new = chance.choice(
        (
            (rb'Target="[^"]*"', f'Target="{target}"'),
            (rb'(?<=/)[\w-]*"(?=\s+Target)', f'{kind}"'),
            (rb'Id="[^"]*"', 'Id="rId1"'),
            (rb"/>", ' TargetMode="External"/>'),
            (
                rb"</Relationships>",
                f'<Relationship Id="n" Type="a/{kind}" Target="{target}"/></Relationships>',
            ),
        )
    )
    found = list(re.finditer(pattern, entries[name]))
    if found:
        one = chance.choice(found)
        entries[name] = entries[name][: one.start()] + new.encode() + entries[name][one.end() :]


def _insert_prolog(chance: Random, entries: Entries) -> None:
    """Insert something before the root of a part."""
    name = _choose_part(chance, entries)
    entity = b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d SYSTEM "file:///etc/passwd">]>'
    before = chance.choice(
        (entity, b"<!DOCTYPE html>", b"<!---->", b"<?a?>", b"\xef\xbb\xbf", b" ")
    )
    head, end, body = entries[name].partition(b"?>")
    entries[name] = head + end + before + body


def _change_content_types(chance: Random, entries: Entries) -> None:
    name = "[Content_Types].xml"
    kinds = (b"text/plain", b"", b"application/vnd.ms-word.document.macroEnabled.main+xml")
    if name in entries:
        found = list(re.finditer(rb'(?<=ContentType=")[^"]*', entries[name]))
        one = chance.choice(found) if found else None
        if one:
            new = chance.choice(kinds)
            entries[name] = entries[name][: one.start()] + new + entries[name][one.end() :]


_MUTATIONS: Sequence[Mutation] = (
    *(_mutate_part,) * 5,
    *(_shuffle_part,) * 12,
    *(
        _drop_entry,
        _rename_entry,
        _add_entry,
        _exchange_entries,
        _replace_entry,
        _recode_entry,
        _insert_prolog,
        _change_relationships,
        _change_relationships,
        _change_content_types,
    ),
)
