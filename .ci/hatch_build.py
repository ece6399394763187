"""The build hook of the package: the words of the window are compiled with every build."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Callable


class TranslationsHook(BuildHookInterface):  # pyright: ignore[reportMissingTypeArgument]
    """Compile the .ts files into the .qm files that Qt reads, and refuse a build without them.

    They are kept out of git, so that a build from a fresh checkout would otherwise ship a window
    whose Dutch is missing and whose English plurals read "2 problem(s)".
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - given by hatch
        """Compile all translations before files are collected; raise SystemExit if any fails."""
        root = Path(self.root)
        script = runpy.run_path(str(root / ".ci" / "build_translations.py"))
        cast("Callable[[], None]", script["compile_all"])()
        sources = sorted((root / "resources" / "translations").glob("*.ts"))
        missing = [path.name for path in sources if not path.with_suffix(".qm").is_file()]
        if missing or not sources:
            raise SystemExit(f"Translations are not compiled: {', '.join(missing) or 'all'}")
