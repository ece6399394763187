"""Word files that have nothing to do with a proposal, made up by kind and number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft
from tests.core.reviewed import BODY, pack_parts, read_parts

ROOT = Path(__file__).resolve().parents[3]
LIBRARY = Library((ROOT / "resources" / "calls", ROOT / "tests" / "packs" / "valid"))
WORDS = {
    "en": "the council agreed that every invoice must reach our office before next Friday although "
    "nobody had checked how many chairs were delivered to the old gym last winter",
    "nl": "de vergadering besluit dat elke rekening voor vrijdag op het secretariaat ligt hoewel "
    "niemand weet hoeveel stoelen er vorige winter in de oude turnzaal stonden",
    "de": "der Verein beschloss dass jede Rechnung vor Freitag im Büro liegen muss obwohl niemand "
    "weiß wie viele Stühle im letzten Winter in der alten Halle standen",
    "fr": "le conseil décide que chaque facture arrive au bureau avant vendredi bien que personne "
    "ne sache combien de chaises étaient dans la vieille salle",
    "el": "το συμβούλιο αποφάσισε ότι κάθε τιμολόγιο πρέπει να φτάσει στο γραφείο πριν από την "  # noqa: RUF001
    "Παρασκευή αν και κανείς δεν μέτρησε τις καρέκλες",  # noqa: RUF001
    "pl": "rada postanowiła że każda faktura musi trafić do biura przed piątkiem chociaż nikt nie "
    "policzył krzeseł w starej sali",
    "ar": "قرر المجلس أن تصل كل فاتورة إلى المكتب قبل يوم الجمعة مع أن أحدا لم يعد الكراسي",
}


@dataclass(frozen=True, slots=True)
class Victim:
    """The draft that the strangers are imported into, with the names and words that they know."""

    draft: Draft
    pack: Pack

    @property
    def names(self) -> list[str]:
        """The short answers: names, places, addresses and the title."""
        return self._list_answers(QuestionType.LINE)

    @property
    def texts(self) -> list[str]:
        """The long answers."""
        return self._list_answers(QuestionType.TEXT)

    def _list_answers(self, kind: QuestionType) -> list[str]:
        questions = self.pack.form.questions
        return [
            value
            for key, value in self.draft.answers.items()
            if isinstance(value, str)
            and (question := questions.get(key.question))
            and question.type is kind
        ]


class _Writer:
    """A Word file of random words."""

    def __init__(self, number: int, victim: Victim) -> None:
        self.random = Random(number)  # noqa: S311 -- made-up files, no secrets
        self.victim = victim
        self.file: Document = docx.Document()
        self.language = self.random.choice(sorted(WORDS))
        self._words = WORDS[self.language].split()
        self._marked: dict[str, str] = {}

    def sentence(self, most: int = 30) -> str:
        words = [self.random.choice(self._words) for _ in range(self.random.randint(2, most))]
        return f"{' '.join(words).capitalize()}."

    def paragraph(self, text: str = "") -> Paragraph:
        many = self.random.randint(1, 6)
        return self.file.add_paragraph(text or " ".join(self.sentence() for _ in range(many)))

    def heading(self, text: str = "", level: int = 1) -> None:
        self.file.add_heading(text or self.sentence(6), level)

    def table(self, rows: int, columns: int) -> None:
        table = self.file.add_table(rows, columns)
        for row in table.rows:
            for cell in row.cells:
                cell.text = self.random.choice(
                    (self.sentence(4), str(self.random.randint(1, 9999)), "x", "")
                )

    def mark(self, number: int, tag: str) -> None:
        """Add a paragraph in a bookmark, and in a content control if there is a tag for it."""
        text = self.sentence()
        self.file.add_paragraph(f"{text} {number}")
        mark = f'w:id="{number}" w:name="_Desk{number:04}"'
        started = f"<w:bookmarkStart {mark}/><w:r><w:t>{text} {number}</w:t></w:r>"
        paragraph = f'<w:p>{started}<w:bookmarkEnd w:id="{number}"/></w:p>'
        control = f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr>'
        wrapped = f"{control}<w:sdtContent>{paragraph}</w:sdtContent></w:sdt>"
        plain = f"<w:p><w:r><w:t>{text} {number}</w:t></w:r></w:p>"
        self._marked[plain] = wrapped if tag else paragraph

    def content(self) -> bytes:
        buffer = BytesIO()
        self.file.save(buffer)
        members = read_parts(buffer.getvalue())
        body = members[BODY].decode()
        for plain, marked in self._marked.items():
            assert plain in body
            body = body.replace(plain, marked)
        return pack_parts({**members, BODY: body.encode()})


def _write_letter(made: _Writer) -> None:
    """A letter to one of the partners, with names, places and title of the proposal."""
    for name in made.random.sample(made.victim.names, min(8, len(made.victim.names))):
        made.paragraph(name)
    for _ in range(made.random.randint(1, 9)):
        made.paragraph()


def _write_minutes(made: _Writer) -> None:
    made.heading(made.random.choice(made.victim.names))
    for _ in range(made.random.randint(3, 140)):
        made.paragraph().style = made.random.choice(("List Bullet", "List Number", "Normal"))
    made.table(made.random.randint(1, 12), 3)


def _write_invoice(made: _Writer) -> None:
    made.paragraph(made.sentence(5))
    made.table(2, 2)
    if made.random.random() < 0.5:
        made.paragraph(made.random.choice(made.victim.names))


def _write_tables(made: _Writer) -> None:
    """Tables with names of partners and words of the form, of the sizes of ours."""
    for _ in range(made.random.randint(1, 4)):
        made.table(made.random.randint(1, 30), made.random.randint(1, 6))
        names = made.random.sample(made.victim.names, min(6, len(made.victim.names)))
        table = made.file.add_table(len(names) + 1, 3)
        for cell, text in zip(table.rows[0].cells, ("Country", "PIC", "City"), strict=True):
            cell.text = text
        for row, name in zip(table.rows[1:], names, strict=True):
            row.cells[0].text, row.cells[1].text = name, made.sentence(2)


def _write_form(made: _Writer) -> None:
    """A form of others, with content controls, bookmarks and tags that are like ours."""
    questions = sorted(made.victim.pack.form.questions)
    for number in range(1, made.random.randint(5, 40)):
        made.heading(level=2)
        made.mark(number, made.random.choice((made.random.choice(questions), "a@b", "#12ab", "")))


def _write_thesis(made: _Writer) -> None:
    """A long text that quotes the proposal, and no paragraph as a whole."""
    for number in range(made.random.randint(60, 160)):
        if number % 12 == 0:
            made.heading()
        made.paragraph()
    quoted = made.random.choice(made.victim.texts).partition("\n")[0]
    made.paragraph(quoted[: min(90, len(quoted) // 2)])


def _write_empty(made: _Writer) -> None:
    for _ in range(made.random.randint(0, 3)):
        made.file.add_paragraph(made.random.choice(("", " ", "\t", "–")))


def _list_questions(made: _Writer) -> list[str]:
    """The questions of the form in a language of the call, with or without numbers."""
    pack = made.victim.pack
    texts = LIBRARY.load_texts(pack.id, made.random.choice(pack.languages))
    found = [texts.get(f"question.{name}.label") for name in pack.form.order]
    is_numbered = made.random.random() < 0.5
    return [
        f"{place}. {text}" if is_numbered else text
        for place, text in enumerate(filter(None, found), start=1)
    ]


def _write_empty_form(made: _Writer) -> None:
    """The questions of the call without an answer."""
    for text in _list_questions(made):
        made.heading(text, made.random.randint(1, 3))


def _write_other_proposal(made: _Writer) -> None:
    """The questions of the call with answers of somebody else, as text and in tables."""
    for text in _list_questions(made):
        made.heading(text, 2)
        if made.random.random() < 0.2:
            made.table(3, 2)
        else:
            made.paragraph()


KINDS: dict[str, Callable[[_Writer], None]] = {
    "letter": _write_letter,
    "minutes": _write_minutes,
    "invoice": _write_invoice,
    "tables": _write_tables,
    "form": _write_form,
    "thesis": _write_thesis,
    "empty": _write_empty,
    "empty form": _write_empty_form,
    "other proposal": _write_other_proposal,
}


def write_stranger(kind: str, number: int, victim: Victim) -> bytes:
    """Return a file of a kind; every third one has custom XML and an identifier of others."""
    made = _Writer(number, victim)
    made.file.core_properties.identifier = made.random.choice(("", "doi:10.1000/182", "X-17"))
    KINDS[kind](made)
    content = made.content()
    if number % 3:
        return content
    members = read_parts(content)
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    part = b'<item xmlns="urn:others">17</item>'
    relation = (
        b'<Relationship Id="rOther" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/customXml" Target="../customXml/item1.xml"/></Relationships>'
    )
    override = b'<Override PartName="/customXml/item1.xml" ContentType="application/xml"/></Types>'
    return pack_parts(
        {
            **members,
            types: members[types].replace(b"</Types>", override),
            relations: members[relations].replace(b"</Relationships>", relation),
            "customXml/item1.xml": part,
        }
    )
