"""The names under which a system knows the program and its files, for every kind of package."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build" / "package"
DIST = ROOT / "dist"
NAME = "Erasmus Desk"
COMMAND = "erasmus-desk"
VERSION = str(runpy.run_path(str(ROOT / "erasmus_desk" / "__init__.py"))["__version__"])
IDENTIFIER = "org.erasmus_desk.ErasmusDesk"
SUFFIX = ".erasmus"
MEDIA_TYPE = "application/x-erasmus-desk"
BUNDLE_PROPERTIES = {
    "CFBundleDisplayName": NAME,
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Erasmus Desk proposal",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [f"{IDENTIFIER}.proposal"],
        }
    ],
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": f"{IDENTIFIER}.proposal",
            "UTTypeDescription": "Erasmus Desk proposal",
            "UTTypeConformsTo": ["public.json"],
            "UTTypeTagSpecification": {
                "public.filename-extension": [SUFFIX.removeprefix(".")],
                "public.mime-type": MEDIA_TYPE,
            },
        }
    ],
    "LSApplicationCategoryType": "public.app-category.education",
    "NSHighResolutionCapable": True,
    "NSRequiresAquaSystemAppearance": False,
}
"""What the bundle of macOS says of itself: it owns the documents that end in `.erasmus`."""
