"""The proofs with a window run in the program's own application, whichever test comes first."""

from tests.ui.conftest import qapp_cls

__all__ = ("qapp_cls",)
