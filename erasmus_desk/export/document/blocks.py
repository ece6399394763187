"""The proposal as data: what stands in the document and in which order, and no Word yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field


class Profile(StrEnum):
    """For whom the document is made."""

    CLEAN = "clean"
    """For an assessor: short headings, only what was answered or has to be."""
    QUESTIONS = "questions"
    """For those who still write: every question in full, with guidance and counter."""
    PARTNERS = "partners"
    """For one partner: its own questions and the activities in which it takes part."""


WHOLE = (Profile.CLEAN, Profile.QUESTIONS)
"""The profiles that show the whole proposal."""


class Tone(StrEnum):
    """How a paragraph speaks."""

    PLAIN = "plain"
    INTRO = "intro"
    OFFICIAL = "official"
    GUIDANCE = "guidance"
    COUNTER = "counter"
    MISSING = "missing"
    NOTE = "note"
    BESIDE = "beside"
    """The words above once more, in a second language."""


class Said(Struct, frozen=True):
    """Words, and the code of the language they are in."""

    text: str
    language: str


class Choice(Struct, frozen=True):
    """What can be chosen: the id of an option, and the words for it."""

    option: str
    text: str


class Control(Struct, frozen=True):
    """How an answer is changed in the document; where nothing is said here, by typing a line.

    `choices` drop down. `boxes` are the options of the boxes in its words, in their order.
    `is_day`: a day is picked from a calendar, `day` the one that is picked. `is_long`: it may
    get several paragraphs.
    """

    choices: tuple[Choice, ...] = ()
    boxes: tuple[str, ...] = ()
    is_day: bool = False
    day: date | None = None
    is_long: bool = False


class Fact(Struct, frozen=True):
    """One line of the cover: what it is, and one value a line."""

    label: Said
    values: tuple[Said, ...]


class Cover(Struct, frozen=True):
    """The first page. `mark` says that this is not the official form.

    `notes` are a few lines to whoever gets the file. Title and subtitle have the keys of the
    answers that they show.
    """

    eyebrow: Said
    title: Said
    subtitle: Said
    facts: tuple[Fact, ...]
    mark: Said
    notes: tuple[Said, ...] = ()
    title_key: str = ""
    subtitle_key: str = ""
    is_untitled: bool = False


class Contents(Struct, frozen=True):
    """The list of all headings of levels 1 and 2, each a link."""

    title: Said


class Heading(Struct, frozen=True):
    """A heading of level 1 to 3 with the letter or number of the form, if it has one.

    `key` is that of the answer that the heading shows, such as the title of an output; `lead`
    are the words at the start of `text` that are no part of the answer.
    """

    level: int
    number: str
    text: Said
    key: str = ""
    lead: str = ""


class Paragraph(Struct, frozen=True):
    """Words of the form or of the program."""

    text: Said
    tone: Tone = Tone.PLAIN


class Bullets(Struct, frozen=True):
    """A list of points."""

    points: tuple[Said, ...]
    tone: Tone = Tone.PLAIN


class Question(Struct, frozen=True):
    """What is asked, above its answer. `key` is the text form of the answer's key."""

    key: str
    text: Said


class Answer(Struct, frozen=True):
    """What was answered, to the letter. `missing`: nothing yet, and the words say so.

    Without a key it is no answer of the draft but worked out from others.
    """

    key: str
    text: Said
    missing: bool = False
    control: Control = Control(is_long=True)


class Tick(Struct, frozen=True):
    """One choice, ticked or not, and the id of its option."""

    ticked: bool
    text: Said
    option: str = ""


class Ticks(Struct, frozen=True):
    """An answer of several choices, one a line."""

    key: str
    ticks: tuple[Tick, ...]


class Look(StrEnum):
    """How a table is drawn."""

    GRID = "grid"
    """Rows of one kind under the heads of their columns."""
    FACTS = "facts"
    """What is asked on the left, the answer on the right."""
    CALENDAR = "calendar"
    """Rows of what happens, columns of time, a sign wherever the two meet."""
    LEDGER = "ledger"
    """Many rows in small type; a row that begins with strong words heads those behind it."""


class Run(StrEnum):
    """How the words of a column run."""

    TEXT = "text"
    NUMBER = "number"
    """Flush right, so that figures can be compared."""
    TIME = "time"
    """A narrow column for signs."""


class Column(Struct, frozen=True):
    """A column: its head, its share of the width, and how its words run.

    The head of a narrow column may stand `upright`. `below` is the head in a second language.
    `question` is the id of what the column asks, where its rows are items of a list.
    """

    head: Said
    weight: int
    run: Run = Run.TEXT
    upright: bool = False
    below: Said | None = None
    question: str = ""


class Cell(Struct, frozen=True):
    """A cell; `key` where it holds an answer, `strong` in a row of sums.

    `filled`: the time of the column is taken, shown by a sign on a ground of its own.
    `below` stands under the words in quieter type. `empty`: nothing was answered, and nothing
    has to be.
    """

    text: Said
    key: str = ""
    missing: bool = False
    strong: bool = False
    filled: bool = False
    below: tuple[Said, ...] = ()
    control: Control = Control()
    empty: bool = False


class Table(Struct, frozen=True):
    """A table with a head row; title and description are read aloud by screen readers.

    The title is shown above only if nothing else there says the same (`captioned`). `order` is
    the key of the list whose items the rows are, if they are: `items`, in the order of the rows.
    """

    look: Look
    title: Said
    description: Said
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    captioned: bool = False
    order: str = ""
    items: tuple[str, ...] = ()


class Turn(Struct, frozen=True):
    """A new page, and from it on pages that lie on their side (`wide`) or stand upright."""

    wide: bool


Block = Cover | Contents | Heading | Paragraph | Bullets | Question | Answer | Ticks | Table | Turn


class Edge(Struct, frozen=True):
    """What runs along the top and the foot of every page but the first.

    `page` has the places `{page}` and `{pages}`.
    """

    left: Said
    right: Said
    mark: Said
    page: Said


class About(Struct, frozen=True):
    """What the file says about itself; `language` is that of the proposal."""

    title: str
    subject: str
    author: str
    language: str
    identifier: str
    created: datetime
    modified: datetime


def _no_labels() -> Mapping[str, str]:
    return MappingProxyType({})


class Document(Struct, frozen=True):
    """A whole document. `labels` are the short names of questions by their ids."""

    about: About
    edge: Edge
    blocks: tuple[Block, ...]
    labels: Mapping[str, str] = field(default_factory=_no_labels)
