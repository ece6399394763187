"""Reviewed Word files: exported ones, changed in their XML as Word changes them."""

import re
import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO

BODY = "word/document.xml"


def read_parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def pack_parts(members: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def replace_text(content: bytes, *changes: tuple[str, str], by: str = "") -> bytes:
    """Replace texts without tracking, in the answer: the page at a glance may show them before."""
    members = read_parts(content)
    body = members[BODY].decode()
    for old, new in changes:
        before, found, after = body.rpartition(escape(old, quote=False))
        assert found, old
        body = f"{before}{escape(new, quote=False)}{after}"
    return pack_parts({**members, BODY: body.encode(), **_set_last_author(members, by)})


def track_replacement(content: bytes, old: str, new: str, by: str) -> bytes:
    """Replace a text with tracking: a deletion and an insertion."""
    members = read_parts(content)
    body = members[BODY].decode()
    run = _find_run(body, escape(old, quote=False))
    properties = re.search(r"<w:rPr>.*?</w:rPr>", run)
    formatting = properties[0] if properties else ""
    before, after = re.sub(r"<[^>]*>", "", run).split(escape(old, quote=False), 1)
    mark = f'w:author="{by}" w:date="2017-03-01T10:00:00Z"'
    deleted = escape(old, quote=False)
    new_runs = (
        _run(formatting, "t", before)
        + f'<w:del w:id="9001" {mark}>{_run(formatting, "delText", deleted)}</w:del>'
        + f'<w:ins w:id="9002" {mark}>{_run(formatting, "t", escape(new, quote=False))}</w:ins>'
        + _run(formatting, "t", after)
    )
    return pack_parts({**members, BODY: new_runs.join(body.rsplit(run, 1)).encode()})


def _find_run(body: str, text: str) -> str:
    """Return the last run with a text: the page at a glance may show it before."""
    runs = [one for one in re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", body) if text in one]
    assert runs, text
    return runs[-1]


def remove_record(content: bytes) -> bytes:
    """Remove the record from the file, as programs do that drop unknown parts."""
    members = read_parts(content)
    kept = {name: part for name, part in members.items() if not name.startswith("customXml/")}
    name = "word/_rels/document.xml.rels"
    kept[name] = re.sub(rb"<Relationship [^>]*customXml[^>]*/>", b"", members[name])
    types = "[Content_Types].xml"
    kept[types] = re.sub(rb"<Override [^>]*customXml[^>]*/>", b"", members[types])
    return pack_parts(kept)


def add_comment(content: bytes, on: str, text: str, by: str) -> bytes:
    """Add a comment on a text."""
    members = read_parts(content)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = members[BODY].decode()
    run = _find_run(body, on)
    framed = (
        f'<w:commentRangeStart w:id="5"/>{run}<w:commentRangeEnd w:id="5"/>'
        '<w:r><w:commentReference w:id="5"/></w:r>'
    )
    comment = (
        f'<w:comments xmlns:w="{space}"><w:comment w:id="5" w:author="{by}" '
        f'w:date="2017-03-02T09:00:00Z"><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'
        "</w:comment></w:comments>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    tie = f'<Relationship Id="rIdC" Type="{kind}" Target="comments.xml"/></Relationships>'
    of = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    over = f'<Override PartName="/word/comments.xml" ContentType="{of}"/></Types>'
    return pack_parts(
        {
            **members,
            BODY: framed.join(body.rsplit(run, 1)).encode(),
            "word/comments.xml": comment.encode(),
            rels: members[rels].replace(b"</Relationships>", tie.encode()),
            types: members[types].replace(b"</Types>", over.encode()),
        }
    )


def _run(formatting: str, name: str, text: str) -> str:
    if not text:
        return ""
    return f'<w:r>{formatting}<w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def _set_last_author(members: Mapping[str, bytes], by: str) -> dict[str, bytes]:
    """Return the core properties with the last author."""
    if not by:
        return {}
    name = "docProps/core.xml"
    core = re.sub(
        rb"<cp:lastModifiedBy>.*?</cp:lastModifiedBy>",
        f"<cp:lastModifiedBy>{by}</cp:lastModifiedBy>".encode(),
        members[name],
    )
    return {name: core}


def replace_answer(content: bytes, tag: str, new: str) -> bytes:
    """Replace the one paragraph of an answer, found by the tag of its content control."""
    members = read_parts(content)
    body = members[BODY].decode()
    control = re.search(
        rf'<w:sdt>(?:(?!<w:sdt>).)*?<w:tag w:val="{re.escape(tag)}"/>.*?</w:sdt>', body, re.DOTALL
    )
    assert control, tag
    text = re.compile(r"(<w:t\b[^>]*>)[^<]*(</w:t>)")
    assert len(text.findall(control[0])) == 1, tag
    changed = text.sub(lambda found: f"{found[1]}{escape(new, quote=False)}{found[2]}", control[0])
    return pack_parts({**members, BODY: body.replace(control[0], changed, 1).encode()})
