"""The facts of the source page of a call pack: each is in the texts of every language.

A pack may have a list of them, `source-facts.json`, with the words by which a text says a fact.
A language that is not in that list has its words for them beside its texts, as `facts`.
A fact that is taken out of a text, or changed, is a fault; so is a text that claims to say only
what the page says, and says more.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise

import msgspec
from msgspec import Struct

from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import Pack
from erasmus_desk.call.pack_files import SOURCE_FACTS, PackFiles
from erasmus_desk.call.texts import Texts, read_texts
from erasmus_desk.errors import Fault, PackInvalid

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


class SourceText(Struct, frozen=True):
    """A text of the pack, where the page says it, and the words of its facts by language."""

    text: str
    place: str
    facts: tuple[dict[str, str], ...]
    only: bool = False


class SourceFacts(Struct, frozen=True):
    """The facts of a source page, and words that say nothing of their own, by language."""

    source: str
    joining: Mapping[str, frozenset[str]]
    texts: tuple[SourceText, ...]


class FactWords(Struct, frozen=True):
    """The words of a language for the facts of the source page, and those that say nothing."""

    facts: Mapping[str, str] = {}
    joining: frozenset[str] = frozenset()


def read_facts(content: str) -> SourceFacts:
    """Return the facts of the source page. Raises ValueError (`msgspec.MsgspecError`)."""
    return msgspec.json.decode(content, type=SourceFacts)


def find_faults(pack: Pack, files: PackFiles) -> Iterator[Fault]:
    """Return every fact of the source page that the pack lost, bent, or does not source."""
    place = f"{files.name}/{SOURCE_FACTS}"
    if SOURCE_FACTS not in files.contents:
        return
    try:
        found = read_facts(files.contents[SOURCE_FACTS])
    except msgspec.MsgspecError as problem:
        yield Fault(place, "", "not-json", str(problem))
        return
    yield from _find_unsourced(found, pack, place)
    for language in pack.languages:
        chain = tuple(dict.fromkeys((language, pack.main_language)))
        try:
            texts = read_texts(files.name, {one: files.words(one) for one in chain}, chain)
        except PackInvalid:
            return  # those of words that cannot be read are found by `word_faults`
        words = read_words(found, files, language)
        for one in found.texts:
            for fault in _of_text(one, texts, words):
                yield Fault(f"{files.name}/words/{language}", f"/{one.text}", *fault)


def read_words(found: SourceFacts, files: PackFiles, language: str) -> FactWords:
    """Return the words of a language for the facts, from the list and from beside its texts."""
    listed = (fact for text in found.texts for fact in text.facts)
    facts = {fact.get("id", ""): fact[language] for fact in listed if language in fact}
    joining = found.joining.get(language, frozenset())
    for content in files.words(language).values():
        # What has another shape is found by the schema of the words.
        with suppress(msgspec.MsgspecError):
            own = msgspec.json.decode(content, type=FactWords)
            facts |= own.facts
            joining |= own.joining
    return FactWords(facts, joining)


def _find_unsourced(found: SourceFacts, pack: Pack, place: str) -> Iterator[Fault]:
    names = [fact.get("id", "") for text in found.texts for fact in text.facts]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Fault(place, "/texts", "named-twice", name)
    for text in found.texts:
        evidence = find_evidence(pack, text.text)
        if evidence is None:
            yield Fault(place, f"/{text.text}", "unknown-text", text.text)
        elif found.source not in evidence.sources or not evidence.is_confirmed:
            yield Fault(place, f"/{text.text}", "not-sourced", found.source)


def find_evidence(pack: Pack, text: str) -> Evidence | None:
    """Return the evidence of the part of a pack that a text belongs to."""
    prefix, *rest = text.split(".")
    name = rest[0] if rest else ""
    match prefix:
        case "option":
            options = pack.form.option_sets.get(name)
            parts = options.options if options else ()
            return next((one.evidence for one in parts if [one.id] == rest[1:2]), None)
        case "barred":
            pairs = pack.excluded_pairs
            return next((one.evidence for one in pairs if [one.kind, one.field] == rest), None)
        case "fact" | "path" | "kind":
            owners = {"fact": pack.facts, "path": pack.paths, "kind": pack.kinds}[prefix]
            return next((one.evidence for one in owners if one.id == name), None)
        case _:
            return None


def _of_text(one: SourceText, texts: Texts, words: FactWords) -> Iterator[tuple[str, str]]:
    """Return the faults of a text of one language: code, and the fact or the words."""
    found = texts.find(one.text)
    text = texts.get(one.text) if found and found.language == texts.language else ""
    spans: list[tuple[int, int, str]] = []
    for name in (fact.get("id", "") for fact in one.facts):
        sentence = words.facts.get(name, "")
        count = text.count(sentence) if sentence else 0
        if count != 1:
            yield ("fact-said-twice" if count else "fact-lost"), name
            continue
        start = text.index(sentence)
        spans.append((start, start + len(sentence), name))
    spans.sort()
    for before, after in pairwise(spans):
        if before[1] > after[0]:
            yield "facts-overlap", after[2]
    if one.only:
        more = [
            word for word in _words_between(text, spans) if word.casefold() not in words.joining
        ]
        if more:
            yield "more-than-the-source", " ".join(more)


def _words_between(text: str, spans: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    """Return the words of a text that belong to no fact."""
    position = 0
    for start, end, _ in (*spans, (len(text), len(text), "")):
        yield from _WORD.findall(text[position:start])
        position = max(position, end)
