"""What Qt cannot put into a PDF: structure, language, bookmarks, links within, who and when.

Qt 6.11 writes text, fonts, title, creator, author (6.9 on) and XMP, and nothing that a screen
reader could walk: no structure tree, no language, no bookmarks, no links. While a page is
drawn, each change of part leaves a mark far outside the page: an empty rectangle whose place is
a number. Here the marks become the marked content that PDF asks for, and the rest is added.

The bookmarks of a PDF: a tree of all headings.

Which letters the signs of a PDF stand for, so that text can be searched and copied.

Qt looks a sign up in its font and takes the first letter it finds: of a blank the tab, of a
joined Arabic letter its drawn form, of the Greek mu the sign for a millionth.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct, field
from PySide6.QtCore import QRectF

from erasmus_desk.export.word.text_runs import runs_from_right
from erasmus_desk.i18n import formats as words

from ..page_layout.boxes import Part, Role, Slice, Words
from ..page_layout.document_layout import Paper
from ..page_layout.line_layout import Line
from ..page_layout.styles import TWIPS
from .metadata import properties
from .objects import Objects, text


def outline(objects: Objects, paper: Paper, pages: Sequence[int]) -> int:
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


_LIST = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")
_CODE = re.compile(rb"<([0-9A-F]{4})>")
_MAP = b"begincmap"


def mend_letters(objects: Objects, used: AbstractSet[str]) -> None:
    """Let every sign stand for a letter that was written; `used` are all of those."""

    def meant(found: re.Match[bytes]) -> bytes:
        letter = chr(int(found[1], 16))
        if letter == "\t":
            return b"<0020>"
        plain = unicodedata.normalize("NFKC", letter)
        # Two joined Arabic letters stay one sign: programs that read from the right would turn
        # them round, and all of them know what the sign means.
        is_pair = len(plain) > 1 and runs_from_right(plain)
        if letter in used or is_pair or not set(plain) <= used:
            return found[0]
        return b"<%s>" % plain.encode("utf-16-be").hex().upper().encode()

    def listed(found: re.Match[bytes]) -> bytes:
        return _CODE.sub(meant, found[0])

    for number in objects.numbers():
        body = objects.body(number)
        if _MAP in body:
            _, _, rest = body.partition(b"stream\n")
            content, _, _ = rest.rpartition(b"\nendstream")
            objects.put_stream(number, _LIST.sub(listed, content))


OUTSIDE = -7001
"""How far above the page the marks stand, in twips."""
_MARK = re.compile(rb"-(\d+) %d 0 5 re\nf\n" % OUTSIDE)
_ROLES = b"<< /Title /P >>"
_CELLS = {Role.CELL, Role.HEAD}


class Marks(Struct):
    """The marks of all pages by their number, the first being 1: what begins at each of them."""

    every: list[Part | None] = field(default_factory=list["Part | None"])
    """Parts, or nothing for an ornament."""
    letters: set[str] = field(default_factory=set[str])
    """All that are drawn."""
    _said: dict[int, dict[int, str]] = field(default_factory=dict[int, dict[int, str]])
    _reshaped: set[int] = field(default_factory=set[int])

    def begin(self, part: Part | None) -> QRectF:
        """Note what begins, and give the rectangle that says so."""
        self.every.append(part)
        return QRectF(-len(self.every), OUTSIDE, 0, 5)

    def note(self, part: Part | None, line: Line) -> None:
        """Note what is written in a part."""
        if line.number:
            return
        words = line.layout.text()
        self.letters.update(words)
        if part is not None:
            self._said.setdefault(id(part), {})[id(line.layout)] = words
            if line.reshaped:
                self._reshaped.add(id(part))

    def said(self, part: Part) -> str:
        """Give how a part reads, where its letters are drawn as others."""
        if id(part) not in self._reshaped:
            return ""
        return " ".join(self._said[id(part)].values()).replace("\u2028", "\n")


class _Tree(Struct):
    """The structure as it is found on the pages: the content of each part, and its object."""

    objects: Objects
    marks: Marks
    content: dict[int, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[int, int] = field(default_factory=dict[int, int])
    owners: list[list[Part]] = field(default_factory=list[list[Part]])
    """For each page the part that owns each piece of its content."""
    links: list[tuple[int, Part]] = field(default_factory=list[tuple[int, Part]])


def finished(content: bytes, paper: Paper, marks: Marks) -> bytes:
    """Give the file with all that Qt left out. Raises NotUnderstood."""
    objects = Objects(content)
    tree = _Tree(objects, marks)
    pages = objects.pages()
    for place, page in enumerate(pages):
        _mark_page(tree, page)
        _link_page(tree, paper, place, pages)
        objects.extend(page, b"/StructParents %d\n/Tabs /S" % place)
    root = _structure(tree, paper, pages)
    bookmarks = outline(objects, paper, pages)
    language = words.tag(paper.document.about.language)
    entries = (
        b"/StructTreeRoot %d 0 R\n/MarkInfo << /Marked true >>\n/Lang %s\n"
        b"/ViewerPreferences << /DisplayDocTitle true >>" % (root, text(language))
    )
    if bookmarks:
        entries += b"\n/Outlines %d 0 R\n/PageMode /UseOutlines" % bookmarks
    objects.extend(objects.root, entries)
    objects.put(objects.info, properties(paper))
    mend_letters(objects, marks.letters)
    return objects.joined()


def _mark_page(tree: _Tree, page: int) -> None:
    """Turn the marks of a page into marked content, and note which part owns it."""
    objects = tree.objects
    owned: list[Part] = []
    is_open = False

    def marked(found: re.Match[bytes]) -> bytes:
        nonlocal is_open
        end = b"EMC\n" if is_open else b""
        part = tree.marks.every[int(found[1]) - 1]
        is_open = True
        if part is None:
            return end + b"/Artifact BMC\n"
        number = len(owned)
        owned.append(part)
        reference = b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (page, number)
        tree.content[id(part)].append(reference)
        return end + b"/Span << /MCID %d >> BDC\n" % number

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
    said = tree.marks.said(part)
    entries += b"/ActualText %s " % text(said) if said else b""
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
