"""The settings of dmgbuild: the bundle on the left, the folder of applications on the right."""

from __future__ import annotations

from pathlib import Path

application = Path(defines["app"])  # noqa: F821  # pyright: ignore -- given by dmgbuild
format = "UDZO"  # noqa: A001 - the name that dmgbuild reads
files = [str(application)]
symlinks = {"Applications": "/Applications"}
icon_locations = {application.name: (140, 120), "Applications": (500, 120)}
window_rect = ((100, 100), (640, 280))
icon_size = 128
