"""What a record shows of each answer, looked up once for all answers of a file."""

from __future__ import annotations

from collections.abc import Sequence

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Key
from erasmus_desk.sent.model import Piece, Role, Sent
from erasmus_desk.sent.shown import lines

Names = list[tuple[str, str]]


class Record:
    """A record by its answers; looking through all of it for each would be slow in a long file."""

    def __init__(self, sent: Sent, pack: Pack) -> None:
        self.sent = sent
        self._pack = pack
        self._pieces: dict[Key, list[Piece]] = {}
        self._names: dict[str, Names] = {}
        for piece in sent.pieces:
            if piece.role is Role.ANSWER and piece.key is not None:
                self._pieces.setdefault(piece.key, []).append(piece)

    def pieces(self, key: Key) -> Sequence[Piece]:
        """Give the pieces that show an answer."""
        return self._pieces.get(key, ())

    def names(self, of: str) -> Names:
        """Give the names that items of a list had, each with its id, as far as they are shown."""
        if of not in self._names:
            questions = self._pack.form.questions
            self._names[of] = [
                pair
                for piece in self.sent.pieces
                if piece.role is Role.ANSWER and piece.key is not None
                if (asked := questions.get(piece.key.question)) and asked.of == of
                for pair in self._pairs(piece.key, piece)
            ]
        return self._names[of]

    def _pairs(self, key: Key, piece: Piece) -> Names:
        value = self.sent.values.get(key)
        if not value or piece.missing:
            return []
        ids = value if isinstance(value, tuple) else (str(value),)
        names = [part for part in lines(piece.text) if part.strip()]
        return list(zip(names, ids, strict=True)) if len(ids) == len(names) else []


class Records:
    """The record that was looked into last, kept for the next answer of the same file."""

    def __init__(self) -> None:
        self._last: Record | None = None

    def of(self, sent: Sent, pack: Pack) -> Record:
        """Give a record by its answers."""
        if self._last is None or self._last.sent is not sent:
            self._last = Record(sent, pack)
        return self._last
