"""What a draft says of its spelling: words that are known in it, and answers in another language.

They are answers of the program's own (`review_state.OWN_PREFIX`): a partner who opens the file sees
no waves below the words of the project either, and a change of them is a step of undo. They reach
no Word file, import, count or check (decision 0059).
"""

from __future__ import annotations

from typing import Final

from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.review_state import OWN_PREFIX

SPELLING: Final = f"{OWN_PREFIX}spelling."
"""Prefix of the ids of what a draft says of its spelling."""
KNOWN_WORDS: Final = Key(f"{SPELLING}known")
"""The words that are known in this project, in alphabetical order."""
LANGUAGE: Final = f"{SPELLING}language"
"""The language of an answer that is in another one than the proposal; the item is its key."""
NO_LANGUAGE: Final = "-"
"""The language of an answer that is not checked."""


def is_spelling_key(key: Key) -> bool:
    """Return whether an answer of the program's own is about the spelling."""
    return key.question.startswith(SPELLING)


def find_checked_key(key: Key) -> Key | None:
    """Return the answer whose language a key of the spelling has, if it is one."""
    return Key.parse(key.item) if key.question == LANGUAGE and key.item else None


def list_known_words(draft: Draft) -> tuple[str, ...]:
    """Return the words that are known in this project."""
    value = draft.get(KNOWN_WORDS)
    return value if isinstance(value, tuple) else ()


def set_known(draft: Draft, word: str, *, is_known: bool) -> Change:
    """Return the change after which a word is known in this project, or is no more."""
    words = [one for one in list_known_words(draft) if one != word]
    words += [word] if is_known else []
    return draft.change(KNOWN_WORDS, tuple(sorted(words, key=str.casefold)) or None)


def get_language(draft: Draft, key: Key) -> str:
    """Return the language of an answer, empty for that of the proposal."""
    return draft.text(LANGUAGE, str(key))


def set_language(draft: Draft, key: Key, language: str) -> Change:
    """Return the change that sets the language of an answer; empty is that of the proposal."""
    return draft.change(Key(LANGUAGE, str(key)), language or None)
