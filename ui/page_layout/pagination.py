"""Bands on pages: nothing cut, no heading alone at the foot, no single line left behind."""

from __future__ import annotations

from collections.abc import Sequence

from .boxes import Band, Page, Placed, Slice
from .styles import Leaf

_PAIR = 2
"""Lines of a paragraph that stay together at the foot and at the top of a page."""
_SHARE = 0.3
"""Of a page: what may be parted is, before more than this of a page stays empty."""


class Paginator:
    """Puts bands on pages, one after the other; `where` tells page and height of each heading."""

    def __init__(self, leaf: Leaf) -> None:
        """Begin with an empty page."""
        self.pages = [Page(leaf)]
        self.where: dict[int, tuple[int, float]] = {}
        self._leaf = leaf
        self._y = leaf.top
        self._gap = 0.0

    def place(self, bands: Sequence[Band]) -> None:
        """Put all bands on pages."""
        for at, band in enumerate(bands):
            if band.turn is not None:
                self._leaf = band.turn
                if self._is_fresh:
                    self.pages[-1].leaf = band.turn
                    self._y = band.turn.top
                else:
                    self._open()
            elif (band.new_page or not self._holds(bands, at)) and not self._is_fresh:
                self._open(band.heads)
            self._put(band)

    @property
    def _is_fresh(self) -> bool:
        """Whether nothing but repeated heads stands on the page."""
        return all(one.again for one in self.pages[-1].placed)

    @property
    def _room(self) -> float:
        return self._leaf.foot - self._y

    def _open(self, heads: tuple[Slice, ...] = ()) -> None:
        self.pages.append(Page(self._leaf))
        self._y, self._gap = self._leaf.top, 0
        for head in heads:
            self._set(head, again=True)

    def _holds(self, bands: Sequence[Band], at: int) -> bool:
        """Tell whether a band can begin here with all that must stay with it."""
        end = at
        while bands[end].keep_next and end + 1 < len(bands) and not _opens(bands[end + 1]):
            end += 1
        needed = _least(bands[end])
        for place in range(end - 1, at - 1, -1):
            band, following = bands[place], bands[place + 1]
            whole = band.height + band.after + following.before + needed
            # So much is not worth an empty half of a page: guidance may be parted from the rest.
            is_parted = band.loose and whole > self._whole * _SHARE
            needed = _least(band) if is_parted else whole
        return self._gap + bands[at].before + needed <= self._room

    def _put(self, band: Band) -> None:
        if self._is_fresh and len(self.pages) > 1:
            self._gap = 0
        else:
            self._gap += band.before
        self._y += self._gap
        self._gap = 0
        slices = band.slices
        if band.anchor and slices:
            self.where[band.anchor] = len(self.pages) - 1, self._y
        while slices:
            count = self._fitting(band, slices)
            for one in slices[:count]:
                self._set(one)
            slices = slices[count:]
            if slices:
                self._open(band.heads)
        self._gap = band.after

    def _fitting(self, band: Band, slices: Sequence[Slice]) -> int:
        """Give how many slices stand on this page; on a fresh one at least one does."""
        room, count = self._room + 0.01, 0
        for one in slices:
            room -= one.height
            if room < 0:
                break
            count += 1
        least = 1 if self._is_fresh else 0
        if count == len(slices):
            return count
        if band.keep_lines and not self._is_fresh and _height(slices) <= self._whole:
            return 0
        if len(slices) - count < _PAIR:
            count = len(slices) - _PAIR
        return max(count if count >= _PAIR or band.heads else 0, least)

    @property
    def _whole(self) -> float:
        return self._leaf.foot - self._leaf.top

    def _set(self, one: Slice, *, again: bool = False) -> None:
        self.pages[-1].placed.append(Placed(self._leaf.left, self._y, one, again))
        self._y += one.height


def _opens(band: Band) -> bool:
    """Tell whether a band begins on a new page anyway."""
    return band.new_page or band.turn is not None


def _least(band: Band) -> float:
    """Give the height of what has to stand where a band begins."""
    whole = len(band.slices) <= _PAIR + 1 or band.keep_lines
    return band.height if whole else _height(band.slices[:_PAIR])


def _height(slices: Sequence[Slice]) -> float:
    return sum(one.height for one in slices)
