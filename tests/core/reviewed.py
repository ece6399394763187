"""Word files as reviewers send them back: what we wrote, changed in the XML as Word changes it."""

import re
import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO

BODY = "word/document.xml"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def packed(members: Mapping[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def typed(content: bytes, *changes: tuple[str, str], by: str = "") -> bytes:
    """Change words in place, each once, as somebody does who types without tracking."""
    members = parts(content)
    body = members[BODY].decode()
    for old, new in changes:
        assert body.count(escape(old, quote=False)) == 1, old
        body = body.replace(escape(old, quote=False), escape(new, quote=False))
    return packed({**members, BODY: body.encode(), **_saved(members, by)})


def tracked(content: bytes, old: str, new: str, by: str) -> bytes:
    """Replace words with tracking on: the old ones deleted, the new ones inserted."""
    members = parts(content)
    body = members[BODY].decode()
    found = re.search(
        rf"<w:r>(?:(?!</w:r>).)*?{re.escape(escape(old, quote=False))}.*?</w:r>", body
    )
    assert found, old
    run = found[0]
    properties = re.search(r"<w:rPr>.*?</w:rPr>", run)
    look = properties[0] if properties else ""
    before, after = re.sub(r"<[^>]*>", "", run).split(escape(old, quote=False), 1)
    mark = f'w:author="{by}" w:date="2017-03-01T10:00:00Z"'
    new_runs = (
        _run(look, "t", before)
        + f'<w:del w:id="9001" {mark}>{_run(look, "delText", escape(old, quote=False))}</w:del>'
        + f'<w:ins w:id="9002" {mark}>{_run(look, "t", escape(new, quote=False))}</w:ins>'
        + _run(look, "t", after)
    )
    return packed({**members, BODY: body.replace(run, new_runs, 1).encode()})


def without_record(content: bytes) -> bytes:
    """Lose what travels with the file, as programs do that keep only what they know."""
    members = parts(content)
    kept = {name: part for name, part in members.items() if not name.startswith("customXml/")}
    name = "word/_rels/document.xml.rels"
    kept[name] = re.sub(rb"<Relationship [^>]*customXml[^>]*/>", b"", members[name])
    types = "[Content_Types].xml"
    kept[types] = re.sub(rb"<Override [^>]*customXml[^>]*/>", b"", members[types])
    return packed(kept)


def commented(content: bytes, on: str, text: str, by: str) -> bytes:
    """Put a comment on words."""
    members = parts(content)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = members[BODY].decode()
    run = next(one for one in re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", body) if on in one)
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
    return packed(
        {
            **members,
            BODY: body.replace(run, framed, 1).encode(),
            "word/comments.xml": comment.encode(),
            rels: members[rels].replace(b"</Relationships>", tie.encode()),
            types: members[types].replace(b"</Types>", over.encode()),
        }
    )


def _run(look: str, name: str, text: str) -> str:
    if not text:
        return ""
    return f'<w:r>{look}<w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def _saved(members: Mapping[str, bytes], by: str) -> dict[str, bytes]:
    """Say who saved the file last."""
    if not by:
        return {}
    name = "docProps/core.xml"
    core = re.sub(
        rb"<cp:lastModifiedBy>.*?</cp:lastModifiedBy>",
        f"<cp:lastModifiedBy>{by}</cp:lastModifiedBy>".encode(),
        members[name],
    )
    return {name: core}


def typed_at(content: bytes, tag: str, new: str) -> bytes:
    """Put other words into the one paragraph of an answer, known by the tag of its control."""
    members = parts(content)
    body = members[BODY].decode()
    control = re.search(
        rf'<w:sdt>(?:(?!<w:sdt>).)*?<w:tag w:val="{re.escape(tag)}"/>.*?</w:sdt>', body, re.DOTALL
    )
    assert control, tag
    text = re.compile(r"(<w:t\b[^>]*>)[^<]*(</w:t>)")
    assert len(text.findall(control[0])) == 1, tag
    changed = text.sub(lambda found: f"{found[1]}{escape(new, quote=False)}{found[2]}", control[0])
    return packed({**members, BODY: body.replace(control[0], changed, 1).encode()})
