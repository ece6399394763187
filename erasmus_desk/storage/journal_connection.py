"""What the tables of the journal need of a database; only `journal_file.py` knows which library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol


class Cursor(Protocol):
    """The part of a database cursor that is used here."""

    @property
    def lastrowid(self) -> int | None:
        """The id of the row just inserted."""
        ...

    @property
    def rowcount(self) -> int:
        """The number of rows just inserted or deleted."""
        ...

    def fetchone(self) -> Any:  # noqa: ANN401 -- depends on the statement
        """Return one row."""
        ...

    def fetchall(self) -> list[Any]:
        """Return all rows."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """A transaction in a database."""

    def execute(self, statement: str, values: tuple[Any, ...] | dict[str, Any] = ..., /) -> Cursor:
        """Execute one statement."""
        ...
