"""Answers of an earlier proposal: the text below the form's own questions in any Word file.

They are offered for a new draft, each as a guess: nothing but its place says what it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import.docx_reader import package, reader
from erasmus_desk.review_import.docx_reader.document import (
    Paragraph,
    ReturnedDocument,
    RevisionAuthor,
    Story,
)
from erasmus_desk.review_import.matching import hard_spaces
from erasmus_desk.review_import.matching.line_texts import normalize, rebuild_text
from erasmus_desk.review_import.result import (
    AnswerMerge,
    ImportResult,
    MergeStatus,
    ProposedAnswer,
)

_NUMBER = re.compile(r"^(?:[A-Z]?\.?\d+(?:\.\d+)+[.)]?|[A-Z]\.\d+[.)]?|\(?\d+[.)]|[A-Z][.)])+\s+")
"""The number of a question or a heading: `3.`, `E.2.1.`, `(4)`."""
_LABEL, _SHORT, _TITLES = ".label", ".short", (".title", ".short")
_ENDS = " :*?."
_OWN_QUESTION = "proposal question"
_OWN_PRINTED = tuple(
    f"proposal {name}"
    for name in (
        *("counter", "fact", "guidance", "intro", "missing", "note", "official question"),
        *("second", "section"),
    )
)
"""How the names of styles in our own files begin: of a question, and of what is printed below."""


def is_new(draft: Draft, pack: Pack) -> bool:
    """Return whether a draft has no long answer yet, so that it may start from another."""
    return not any(
        (question := pack.form.questions.get(key.question)) and question.type is QuestionType.TEXT
        for key in draft.answers
    )


def read_files(paths: Iterable[Path]) -> tuple[ReturnedDocument, ...]:
    """Read Word files without matching them. Raises ReturnedError with the path of the file."""
    found: list[ReturnedDocument] = []
    for path in paths:
        try:
            found.append(reader.read_document(package.read_file(path), path.name))
        except ReturnedError as problem:
            problem.facts.setdefault("path", str(path))
            raise
    return tuple(found)


def offer_answers(
    documents: Iterable[ReturnedDocument], draft: Draft, pack: Pack, languages: Sequence[Texts]
) -> ImportResult:
    """Return what files have below the questions of the form, as guesses.

    `languages` are the texts of the call in each of its languages. Raises ReturnedError
    `no-questions` for a file without any such answer.
    """
    answers: dict[Key, list[ProposedAnswer]] = {}
    names: list[str] = []
    for document in documents:
        found = dict(_find_answers(document, draft, pack, languages))
        if not found:
            raise ReturnedError("no-questions", path=document.name)
        by = RevisionAuthor(document.saved_by, document.saved_at)
        for key, text in found.items():
            answer = ProposedAnswer(text, by, document.name, text=text, is_guess=True)
            answers.setdefault(key, []).append(answer)
        names.append(document.name)
    return ImportResult(
        answers=tuple(_offer(key, draft, theirs) for key, theirs in answers.items()),
        rows=(),
        threads=(),
        unresolved=(),
        unchanged_count=0,
        returned_states=(),
        files=tuple(names),
    )


def _offer(key: Key, draft: Draft, theirs: list[ProposedAnswer]) -> AnswerMerge:
    mine = draft.get(key)
    is_one = len(theirs) == 1
    return AnswerMerge(
        key,
        MergeStatus.PROPOSED if is_one and mine is None else MergeStatus.CONFLICT,
        None,
        mine,
        tuple(theirs),
        theirs[0].value if is_one and mine is None else None,
        can_merge=is_one and mine is None,
    )


def _find_answers(
    document: ReturnedDocument, draft: Draft, pack: Pack, languages: Sequence[Texts]
) -> Iterator[tuple[Key, str]]:
    """Yield the answers in the form's order; of a question that is there twice, the first one."""
    keys = {
        one.key.question: one.key
        for one in visible_questions(draft, pack)
        if one.question.type is QuestionType.TEXT and not one.key.item
    }
    reader = _FormReader(keys, languages)
    paragraphs = document.paragraphs
    if document.draft_id:
        # An export of ours has no-break spaces inside figures, which nobody typed.
        paragraphs = tuple(hard_spaces.with_signs(one, is_hard=False) for one in paragraphs)
    for paragraph in paragraphs:
        if paragraph.story is Story.BODY and not (paragraph.is_toc_entry or paragraph.is_removed):
            reader.read(paragraph)
    for key in keys.values():
        text = next(filter(None, reader.list_texts(key)), "")
        if text:
            yield key, text


class _FormReader:
    """Reads the paragraphs of a file, those below a question as its answer."""

    def __init__(self, keys: Mapping[str, Key], languages: Sequence[Texts]) -> None:
        self._questions = _index_questions(keys, languages, _LABEL)
        self._short = _index_questions(keys, languages, _SHORT)
        self._labels = _collect_lines(languages, (_LABEL,))
        self._titles = _collect_lines(languages, _TITLES)
        self._printed = _collect_lines(languages, ())
        self._answers: dict[Key, list[list[Paragraph]]] = {}
        self._open: list[Paragraph] | None = None
        self._level = 0

    def read(self, paragraph: Paragraph) -> None:
        """Read the next paragraph."""
        line = _fold(paragraph.text)
        is_own_question = paragraph.style.startswith(_OWN_QUESTION)
        key = self._questions.get(line)
        if key is None and (paragraph.heading or is_own_question):
            key = self._short.get(line)
        if key is not None:
            self._open, self._level = [], paragraph.heading
            self._answers.setdefault(key, []).append(self._open)
        elif is_own_question or self._is_end(paragraph, line):
            self._open = None
        elif self._open is not None and not self._is_printed(paragraph, line):
            self._open.append(paragraph)

    def list_texts(self, key: Key) -> Iterator[str]:
        """Yield what is below a question, wherever it is."""
        for paragraphs in self._answers.get(key, ()):
            written = [one for one in paragraphs if not _is_placeholder(one)]
            yield rebuild_text("", written).strip()

    def _is_printed(self, paragraph: Paragraph, line: str) -> bool:
        """Return whether a paragraph was below the question before somebody answered."""
        is_own = paragraph.style.startswith(_OWN_PRINTED)
        return is_own or (bool(line) and line in self._printed)

    def _is_end(self, paragraph: Paragraph, line: str) -> bool:
        """Return whether a paragraph begins something else.

        Headings below that of the question belong to the answer, and so do lines that are like a
        short title of the form.
        """
        if paragraph.heading:
            return not self._level or paragraph.heading <= self._level or line in self._titles
        is_numbered = _NUMBER.match(normalize(paragraph.text)) is not None
        return line in self._labels or (is_numbered and line in self._titles)


def _index_questions(
    keys: Mapping[str, Key], languages: Sequence[Texts], end: str
) -> dict[str, Key]:
    """Return the questions by their texts in all languages, without texts that several share.

    `end` is that of the ids of the texts: the whole question or its short label.
    """
    found: dict[str, set[str]] = {}
    for texts in languages:
        for name in texts.entries:
            question = name.removeprefix("question.").removesuffix(end)
            if name == f"question.{question}{end}":
                found.setdefault(_fold(texts.get(name)), set()).add(question)
    unique = {line: next(iter(names)) for line, names in found.items() if len(names) == 1}
    return {line: keys[name] for line, name in unique.items() if line and name in keys}


def _collect_lines(languages: Sequence[Texts], ends: tuple[str, ...]) -> set[str]:
    """Return the lines of the texts whose ids have one of these ends; without ends, of all."""
    return {
        _fold(line)
        for texts in languages
        for name, text in texts.entries.items()
        if not ends or name.endswith(ends)
        for line in text.paragraphs
    }


def _is_placeholder(paragraph: Paragraph) -> bool:
    controls = [run.control for run in paragraph.runs if run.text.strip()]
    return bool(controls) and all(one and one.shows_placeholder for one in controls)


def _fold(text: str) -> str:
    """Return a line without number, capitals and the signs at its end."""
    line = normalize(text)
    found = _NUMBER.match(line)
    return line[found.end() if found else 0 :].casefold().strip(_ENDS)
