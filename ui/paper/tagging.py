"""What Qt cannot put into a PDF: structure, language, bookmarks, links within, who and when.

Qt 6.11 writes text, fonts, title, creator, author (6.9 on) and XMP, and nothing that a screen
reader could walk: no structure tree, no language, no bookmarks, no links. While a page is
drawn, each change of part leaves a mark far outside the page: an empty rectangle whose place is
a number. Here the marks become the marked content that PDF asks for, and the rest is added.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from PySide6.QtCore import QRectF

from erasmus_desk import __version__, words

from .bands import Part, Role, Slice, Words
from .layout import Paper
from .objects import Objects, stamp, text
from .style import TWIPS

OUTSIDE = -7001
"""How far above the page the marks stand, in twips."""
_MARK = re.compile(rb"-(\d+) %d 0 5 re\nf\n" % OUTSIDE)
_ROLES = b"<< /Title /P >>"
_CELLS = {Role.CELL, Role.HEAD}


@dataclass(frozen=True, slots=True)
class Marked:
    """What begins at a mark: some words of a part, or an ornament; `said` is how they read."""

    part: Part | None
    said: str = ""


@dataclass(slots=True)
class Marks:
    """The marks of all pages, by their number; 0 stands for the end of what was begun."""

    every: list[Marked] = field(default_factory=list[Marked])

    def place(self, part: Part | None, said: str) -> QRectF:
        """Note what begins, and give the rectangle that says so."""
        self.every.append(Marked(part, said))
        return QRectF(-len(self.every), OUTSIDE, 0, 5)


@dataclass(slots=True)
class _Tree:
    """The structure as it is found on the pages: the content of each part, and its object."""

    objects: Objects
    content: dict[int, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[int, int] = field(default_factory=dict[int, int])
    owners: list[list[Part]] = field(default_factory=list[list[Part]])
    """For each page the part that owns each piece of its content."""
    links: list[tuple[int, Part]] = field(default_factory=list[tuple[int, Part]])


def finished(content: bytes, paper: Paper, marks: Marks) -> bytes:
    """Give the file with all that Qt left out. Raises NotUnderstood."""
    objects = Objects(content)
    tree = _Tree(objects)
    pages = objects.pages()
    for place, page in enumerate(pages):
        _mark_page(tree, page, marks)
        _link_page(tree, paper, place, pages)
        objects.extend(page, b"/StructParents %d\n/Tabs /S" % place)
    root = _structure(tree, paper, pages)
    outline = _outline(objects, paper, pages)
    language = words.tag(paper.document.about.language)
    entries = (
        b"/StructTreeRoot %d 0 R\n/MarkInfo << /Marked true >>\n/Lang %s\n"
        b"/ViewerPreferences << /DisplayDocTitle true >>" % (root, text(language))
    )
    if outline:
        entries += b"\n/Outlines %d 0 R\n/PageMode /UseOutlines" % outline
    objects.extend(objects.root, entries)
    objects.put(objects.info, _about(paper))
    return objects.joined()


def xmp(paper: Paper) -> bytes:
    """Give what the file says about itself, in the place of Qt's own with its clock."""
    about = paper.document.about
    language = words.tag(about.language)
    made, changed = (one.isoformat(timespec="seconds") for one in (about.created, about.modified))
    given = (
        (
            "dc:title",
            f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(about.title)}</rdf:li></rdf:Alt>',
        ),
        ("dc:creator", f"<rdf:Seq><rdf:li>{escape(about.author)}</rdf:li></rdf:Seq>"),
        ("dc:language", f"<rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag>"),
        ("dc:identifier", escape(about.identifier)),
        ("xmp:CreatorTool", f"Erasmus Desk {__version__}"),
        ("xmp:CreateDate", made),
        ("xmp:ModifyDate", changed),
    )
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in given)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:xmp="http://ns.adobe.com/xap/1.0/">{inner}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _mark_page(tree: _Tree, page: int, marks: Marks) -> None:
    """Turn the marks of a page into marked content, and note which part owns it."""
    objects = tree.objects
    owned: list[Part] = []
    is_open = False

    def marked(found: re.Match[bytes]) -> bytes:
        nonlocal is_open
        end = b"EMC\n" if is_open else b""
        one = marks.every[int(found[1]) - 1]
        is_open = True
        if one.part is None:
            return end + b"/Artifact BMC\n"
        said = b" /ActualText %s" % text(one.said) if one.said else b""
        number = len(owned)
        owned.append(one.part)
        reference = b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (page, number)
        tree.content[id(one.part)].append(reference)
        return end + b"/Span << /MCID %d%s >> BDC\n" % (number, said)

    stream = objects.link(page, "Contents")
    content = _MARK.sub(marked, objects.stream(stream))
    objects.put_stream(stream, content + (b"EMC\n" if is_open else b""))
    tree.owners.append(owned)


def _link_page(tree: _Tree, paper: Paper, place: int, pages: Sequence[int]) -> None:
    """Make links of the lines of the contents."""
    objects, page = tree.objects, paper.pages[place]
    made: list[int] = []
    for one in page.placed:
        if not one.slice.goes_to:
            continue
        target, height = paper.where[one.slice.goes_to]
        top, bottom = page.leaf.height - one.y, page.leaf.height - one.y - one.slice.height
        box = (one.x, bottom, one.x + page.leaf.measure, top)
        rect = b" ".join(b"%.2f" % (side / TWIPS) for side in box)
        part = _owner(one.slice)
        goal = b"[%d 0 R /XYZ 0 %.2f null]" % (
            pages[target],
            (paper.pages[target].leaf.height - height) / TWIPS + 12,
        )
        title = next(h.text.text for h in paper.headings if h.number == one.slice.goes_to)
        key = len(pages) + len(tree.links)
        number = objects.add(
            b"<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%s] /Dest %s "
            b"/Contents %s /StructParent %d >>\n" % (rect, goal, text(title), key)
        )
        tree.links.append((number, part))
        tree.content[id(part)].append(
            b"<< /Type /OBJR /Pg %d 0 R /Obj %d 0 R >>" % (pages[place], number)
        )
        made.append(number)
    if made:
        listed = b" ".join(b"%d 0 R" % number for number in made)
        objects.put(objects.link(pages[place], "Annots"), b"[ %s ]\n" % listed)


def _owner(one: Slice) -> Part:
    """Give the part that a line of the contents belongs to."""
    parts = (item.part for item in one.items if isinstance(item, Words) and item.part)
    return next(parts)


def _structure(tree: _Tree, paper: Paper, pages: Sequence[int]) -> int:
    """Write the structure tree, and give the number of its root."""
    objects = tree.objects
    root = objects.reserve()
    top = _element(tree, paper.whole, root, paper.document.about.language)
    every: list[bytes] = []
    for place, owned in enumerate(tree.owners):
        parts = b" ".join(b"%d 0 R" % tree.numbers[id(part)] for part in owned)
        every.append(b"%d [%s]" % (place, parts))
    for place, (_, part) in enumerate(tree.links):
        every.append(b"%d %d 0 R" % (len(pages) + place, tree.numbers[id(part)]))
    parents = objects.add(b"<< /Nums [%s] >>\n" % b" ".join(every))
    objects.put(
        root,
        b"<< /Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d "
        b"/RoleMap %s >>\n" % (top, parents, len(every), _ROLES),
    )
    return root


def _element(tree: _Tree, part: Part, parent: int, language: str) -> int:
    """Write a part with all its parts, and give its number."""
    number = tree.numbers[id(part)] = tree.objects.reserve()
    own = part.language or language
    kids = list(tree.content.get(id(part), ()))
    worth = [child for child in part.parts if _is_worth(tree, child)]
    kids += [b"%d 0 R" % _element(tree, child, number, own) for child in worth]
    entries = b"/Lang %s " % text(words.tag(own)) if own != language else b""
    entries += b"".join(_more(part))
    tree.objects.put(
        number,
        b"<< /Type /StructElem /S /%s /P %d 0 R %s/K [%s] >>\n"
        % (part.role.value.encode(), parent, entries, b" ".join(kids)),
    )
    return number


def _is_worth(tree: _Tree, part: Part) -> bool:
    """Tell whether a part has any content; an empty cell holds a place in its row."""
    if part.role in _CELLS or id(part) in tree.content:
        return True
    return any(_is_worth(tree, child) for child in part.parts)


def _more(part: Part) -> Iterator[bytes]:
    if part.title:
        yield b"/T %s " % text(part.title)
    if part.about:
        yield b"/A << /O /Table /Summary %s >> " % text(part.about)
    if part.role is Role.HEAD:
        yield b"/A << /O /Table /Scope /%s >> " % (b"Column" if part.is_column else b"Row")


def _outline(objects: Objects, paper: Paper, pages: Sequence[int]) -> int:
    """Write the bookmarks, a tree of all headings, and give the number of its root."""
    if not paper.headings:
        return 0
    root = objects.reserve()
    numbers = [objects.reserve() for _ in paper.headings]
    above: list[int] = []
    stack: list[tuple[int, int]] = [(0, -1)]
    kids: dict[int, list[int]] = defaultdict(list)
    for place, heading in enumerate(paper.headings):
        while stack[-1][0] >= heading.level:
            stack.pop()
        parent = stack[-1][1]
        above.append(parent)
        kids[parent].append(place)
        stack.append((heading.level, place))
    for place, heading in enumerate(paper.headings):
        page, height = paper.where[heading.number]
        beside = kids[above[place]]
        at = beside.index(place)
        parent = root if above[place] < 0 else numbers[above[place]]
        goal = (paper.pages[page].leaf.height - height) / TWIPS + 12
        entries = [
            b"/Title %s /Parent %d 0 R" % (text(heading.text.text), parent),
            b"/Dest [%d 0 R /XYZ 0 %.2f null]" % (pages[page], goal),
        ]
        entries += [b"/Prev %d 0 R" % numbers[beside[at - 1]]] if at else []
        entries += [b"/Next %d 0 R" % numbers[beside[at + 1]]] if at + 1 < len(beside) else []
        own = kids.get(place)
        if own:
            first, last = numbers[own[0]], numbers[own[-1]]
            # Closed: a long list of all headings would hide its own order.
            entries.append(b"/First %d 0 R /Last %d 0 R /Count %d" % (first, last, -len(own)))
        objects.put(numbers[place], b"<< %s >>\n" % b" ".join(entries))
    top = kids[-1]
    objects.put(
        root,
        b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>\n"
        % (numbers[top[0]], numbers[top[-1]], len(top)),
    )
    return root


def _about(paper: Paper) -> bytes:
    """Give the properties of the file; all of them come from the draft, none from the clock."""
    about = paper.document.about
    given = {
        b"Title": text(about.title),
        b"Subject": text(about.subject),
        b"Author": text(about.author),
        b"Creator": text(f"Erasmus Desk {__version__}"),
        b"Producer": text("Qt"),
        b"CreationDate": stamp(about.created),
        b"ModDate": stamp(about.modified),
    }
    return b"<< %s >>\n" % b" ".join(b"/%s %s" % one for one in given.items())
