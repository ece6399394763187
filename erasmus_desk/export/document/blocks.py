"""The document model: the blocks of a proposal in their order, independent of Word and PDF."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct, field

from erasmus_desk.i18n import formats


class Profile(StrEnum):
    """The audience of a document."""

    CLEAN = "clean"
    """For an assessor: short headings, only answered and required questions."""
    QUESTIONS = "questions"
    """For authors: every question in full, with guidance and counter."""
    PARTNERS = "partners"
    """For one partner: its own questions and activities."""


WHOLE_PROFILES = (Profile.CLEAN, Profile.QUESTIONS)
"""The profiles that show the whole proposal."""


UNCONFIRMED_MARK = "*"
"""The mark of amounts and limits of which nobody is sure."""


class ParagraphRole(StrEnum):
    """The role of a paragraph, which decides its style."""

    PLAIN = "plain"
    INTRO = "intro"
    OFFICIAL = "official"
    GUIDANCE = "guidance"
    COUNTER = "counter"
    MISSING = "missing"
    NOTE = "note"
    SECTION = "section"
    """The place of a chapter in the form, below its heading."""
    GLANCE = "glance"
    """The title of the proposal on the page at a glance."""
    SECOND_LANGUAGE = "beside"
    """The text above in a second language."""


class LangText(Struct, frozen=True):
    """A text and its language code."""

    text: str
    language: str

    def capitalise(self) -> LangText:
        """Return the text with a capital: some names are in lower case, for use in sentences."""
        return LangText(formats.capitalise(self.text), self.language)


class Choice(Struct, frozen=True):
    """An entry of a drop-down list: the id of an option, and its text."""

    option: str
    text: str


class Control(Struct, frozen=True):
    """The content control of an answer; by default plain text on one line.

    `choices` makes a drop-down list. `boxes` are the options of the checkboxes in its text, in
    order. `is_date` makes a date picker with the date `day`.
    """

    choices: tuple[Choice, ...] = ()
    boxes: tuple[str, ...] = ()
    is_date: bool = False
    day: date | None = None
    is_multiline: bool = False


class CoverFact(Struct, frozen=True):
    """A fact on the cover: a label, and its values on a line each."""

    label: LangText
    values: tuple[LangText, ...]


class Cover(Struct, frozen=True):
    """The first page. `disclaimer` says that this is not the official form.

    `notes` are for the recipient. Title and subtitle have the keys of the answers they show.
    """

    eyebrow: LangText
    title: LangText
    subtitle: LangText
    facts: tuple[CoverFact, ...]
    disclaimer: LangText
    notes: tuple[LangText, ...] = ()
    title_key: str = ""
    subtitle_key: str = ""
    is_untitled: bool = False


class Contents(Struct, frozen=True):
    """The table of contents: links to all headings of levels 1 and 2."""

    title: LangText


class Heading(Struct, frozen=True):
    """A heading of level 1 to 3 with its letter or number in the form, if it has one.

    `key` is that of the answer in the heading, such as the title of an output; `prefix` is the
    start of `text` that is not part of the answer. The contents have those that are `is_listed`.
    """

    level: int
    number: str
    text: LangText
    key: str = ""
    prefix: str = ""
    is_listed: bool = True


class Paragraph(Struct, frozen=True):
    """A text of the form or of the program."""

    text: LangText
    role: ParagraphRole = ParagraphRole.PLAIN


class Bullets(Struct, frozen=True):
    """A bulleted list."""

    points: tuple[LangText, ...]
    role: ParagraphRole = ParagraphRole.PLAIN


class Question(Struct, frozen=True):
    """The label of a question. `key` is the text form of the answer's key."""

    key: str
    text: LangText


class Answer(Struct, frozen=True):
    """An answer, unchanged, or a placeholder if it `is_missing`.

    Without a key it is computed from other answers.
    """

    key: str
    text: LangText
    is_missing: bool = False
    control: Control = Control(is_multiline=True)


class Checkbox(Struct, frozen=True):
    """An option with its box."""

    checked: bool
    text: LangText
    option: str = ""


class Checkboxes(Struct, frozen=True):
    """An answer with several options, one a line."""

    key: str
    boxes: tuple[Checkbox, ...]


class FactPart(Struct, frozen=True):
    """A part of a fact line: a short answer, or text between two answers."""

    text: LangText
    key: str = ""
    is_missing: bool = False
    control: Control = Control()


class FactLine(Struct, frozen=True):
    """One or several short answers in one line behind their label.

    Without a label it is a line of text. One that `continues` the line above has its label too,
    which is not shown again.
    """

    label: LangText
    parts: tuple[FactPart, ...]
    continues: bool = False


class TableKind(StrEnum):
    """The design of a table."""

    GRID = "grid"
    """Rows below column headers."""
    FACTS = "facts"
    """Questions on the left, answers on the right."""
    LABELS = "labels"
    """One row of answers below their questions."""
    FIGURES = "figures"
    """One row of large figures below what they count."""
    CALENDAR = "calendar"
    """Rows of activities, columns of months, a sign where they meet."""
    LEDGER = "ledger"
    """Many rows in small type; a row with a bold first cell heads the rows after it."""


class ColumnType(StrEnum):
    """The content of a column, which decides its alignment."""

    TEXT = "text"
    NUMBER = "number"
    """Aligned right, so that numbers can be compared."""
    TIME = "time"
    """A narrow column for signs."""


class Column(Struct, frozen=True):
    """A column: its header, its share of the width and its content.

    `translation` is the header in a second language, `question` the id of the question that the
    column of a list answers. A narrow column may have a vertical header.
    """

    head: LangText
    weight: int
    type: ColumnType = ColumnType.TEXT
    is_vertical: bool = False
    translation: LangText | None = None
    question: str = ""


class Cell(Struct, frozen=True):
    """A cell, with the `key` of the answer that it shows.

    `is_filled`: the activity takes place in the month of the column. `notes` are below the text
    in smaller type. `is_empty`: an optional answer is missing. `bar` is the length of a bar before
    the text, of the longest in its column.
    """

    text: LangText
    key: str = ""
    is_missing: bool = False
    is_bold: bool = False
    is_filled: bool = False
    notes: tuple[LangText, ...] = ()
    control: Control = Control()
    is_empty: bool = False
    bar: float = 0

    @property
    def is_answered(self) -> bool:
        """Whether the cell shows an answer, not a placeholder."""
        return not (self.is_missing or self.is_empty)


class Table(Struct, frozen=True):
    """A table with a header row; title and description are for screen readers.

    Only with `has_caption` the title is shown above the table. If the rows are `items` of a
    list, `list_key` is the key of the list.
    """

    kind: TableKind
    title: LangText
    description: LangText
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    has_caption: bool = False
    list_key: str = ""
    items: tuple[str, ...] = ()


class PageOrientation(Struct, frozen=True):
    """A page break, followed by landscape or portrait pages."""

    is_landscape: bool


TextBlock = Cover | Paragraph | Bullets | Question | Answer | FactLine | Checkboxes
"""A block that is shown in the same way wherever it is."""
Block = TextBlock | Contents | Heading | Table | PageOrientation


class HeaderFooter(Struct, frozen=True):
    """The header and footer of every page but the first.

    `page_format` has the fields `{page}` and `{pages}`.
    """

    left: LangText
    right: LangText
    disclaimer: LangText
    page_format: LangText


class DocumentProperties(Struct, frozen=True):
    """The properties of the file; `language` is that of the proposal."""

    title: str
    subject: str
    author: str
    language: str
    identifier: str
    created: datetime
    modified: datetime


class Document(Struct, frozen=True):
    """A whole document. `labels` are the short labels of questions by id."""

    properties: DocumentProperties
    header_footer: HeaderFooter
    blocks: tuple[Block, ...]
    labels: Mapping[str, str] = field(default_factory=dict[str, str])
