"""Properties of Qt set by the names of their values, for what stands before the first painting.

The first use of `Qt` makes Python classes of its 93 enumerations: 12 ms, more than all that the
home page itself takes. So nothing on the way to the home page writes `Qt.…`: properties are set
through here, and deeds that come later write `QtCore.Qt.…` where they need it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject


def put(thing: QObject, **properties: str) -> None:
    """Set properties such as `focusPolicy="TabFocus"`. Raises ValueError for what Qt does not know.

    Flags are joined by a bar: `alignment="AlignLeft|AlignTop"`.
    """
    for name, value in properties.items():
        if not thing.setProperty(name, value):
            raise ValueError(f"{type(thing).__name__} has no {name} {value}")
