"""Which text of a file that came home belongs to which answer."""

from __future__ import annotations

from erasmus_desk.exchange.placing_found import Found, How, Loose, Placed, RowCame, RowWent, latest
from erasmus_desk.exchange.returned import Line, Returned
from erasmus_desk.exchange.texts import plain
from erasmus_desk.sent.model import Role, Sent, tag

__all__ = ["Found", "How", "Loose", "Placed", "RowCame", "RowWent", "placed"]


def placed(sent: Sent, returned: Returned) -> Placed:
    """Give each text its place; what has none is loose, and nothing is left out."""
    answers = [piece for piece in sent.pieces if piece.role is Role.ANSWER and piece.key]
    by_tag = {tag(piece.key): piece.key for piece in answers if piece.key}
    lines: dict[str, list[Line]] = {}
    for line in returned.lines:
        for span in line.spans:
            if span.control and span.control.tag in by_tag:
                lines.setdefault(span.control.tag, []).append(line)
                break
    shown = {piece.key: plain(piece.text) for piece in answers}
    found = [
        Found(
            key := by_tag[name],
            tuple(its),
            is_empty=not any(line.text.strip() for line in its),
            by=latest(span for line in its for span in line.spans),
            how=How.CONTROL,
            is_changed=plain(" ".join(line.text for line in its)) != shown[key],
        )
        for name, its in lines.items()
    ]
    there = {one.key for one in found}
    return Placed(tuple(found), missing=tuple(key for key in by_tag.values() if key not in there))
