"""Build the style document of the Word proposal: `resources/styles/proposal.docx`.

One sans-serif family with metric twins on every system, one deep blue, one warm colour for
what is missing; the styles themselves are in style.toml. A test compares file and script.
"""

import tomllib
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "styles" / "proposal.docx"

SHEET = tomllib.loads((Path(__file__).resolve().parent / "style.toml").read_text("utf-8"))
FONT = "Arial"

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"

A4 = (11906, 16838)
SIDE = 1474
"""Margins left and right: 2.6 cm, which leaves a text of 15.8 cm."""


@dataclass(frozen=True)
class Style:
    """A paragraph style. Sizes in points; spaces and indents in twentieths of a point."""

    id: str
    name: str
    size: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    before: int = -1
    after: int = -1
    line: int = 0
    left: int = 0
    hanging: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    level: int = -1
    rule: str = ""
    band: str = ""
    right: int = 0
    tabs: Sequence[tuple[str, int]] = ()
    bullet: bool = False
    close: bool = False
    based_on: str = "Normal"
    next: str = ""


@dataclass(frozen=True)
class Table:
    """A table style: the room above and beside the words of a cell, the ground of the head."""

    room: tuple[int, int]
    head: str = ""
    upright: bool = False


COLOURS: dict[str, str] = SHEET["colours"]
TABLES = {name: Table(**given) for name, given in SHEET["tables"].items()}
STYLES = [Style(id=name, **given) for name, given in SHEET["styles"].items()]


def paragraph_style(style: Style) -> str:
    """Return the XML of a paragraph style."""
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    custom = ' w:customStyle="1"' if style.id.startswith("Proposal") else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:uiPriority w:val="9"/><w:qFormat/>'
        f"<w:pPr>{paragraph_properties(style)}</w:pPr><w:rPr>{run_properties(style)}</w:rPr>"
        "</w:style>"
    )


def paragraph_properties(style: Style) -> str:
    """Return the paragraph properties of a style, in the order of the schema."""
    space = "".join(
        f' w:{name}="{value}"'
        for name, value in (("before", style.before), ("after", style.after))
        if value >= 0
    )
    line = f' w:line="{style.line}" w:lineRule="auto"' if style.line else ""
    tabs = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in style.tabs)
    sides = (("left", style.left), ("right", style.right), ("hanging", style.hanging))
    indent = "".join(f' w:{name}="{width}"' for name, width in sides if width)
    around = (("top", 5), ("left", 7), ("bottom", 5), ("right", 7)) if style.band else ()
    edges = "".join(border(side, 4, space, style.band) for side, space in around)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOURS.get(style.band)}"/>'
    parts = (
        ("<w:keepNext/>", style.keep_next),
        ("<w:keepLines/>", style.keep_lines),
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', style.bullet),
        (f"<w:pBdr>{border(style.rule, 4, 6)}</w:pBdr>", style.rule),
        (f"<w:pBdr>{edges}</w:pBdr>{shade}", edges),
        (f"<w:tabs>{tabs}</w:tabs>", tabs),
        (f"<w:spacing{space}{line}/>", space or line),
        (f"<w:ind{indent}/>", indent),
        ("<w:contextualSpacing/>", style.close),
        (f'<w:outlineLvl w:val="{style.level}"/>', style.level >= 0),
    )
    return "".join(xml for xml, wanted in parts if wanted)


def run_properties(style: Style) -> str:
    """Return the run properties of a style, in the order of the schema."""
    half = round(style.size * 2)
    parts = (
        ("<w:b/><w:bCs/>", style.bold),
        ("<w:i/><w:iCs/>", style.italic),
        (f'<w:color w:val="{COLOURS.get(style.colour)}"/>', style.colour),
        (f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>', half),
    )
    return "".join(xml for xml, wanted in parts if wanted)


def border(side: str, size: int, space: int = 0, name: str = "rule") -> str:
    """Return one line on a side; `size` in eighths of a point, `space` in points."""
    colour = COLOURS[name]
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def table_style(name: str, look: Table) -> str:
    """Return the XML of a table style: hairlines between rows; upright ones in a calendar only."""
    lines = border("top", 6) + border("bottom", 6) + border("insideH", 4)
    lines += border("insideV", 4) if look.upright else ""
    sides = margins(*look.room)
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOURS.get(look.head)}"/>'
    head = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{ground}</w:tcPr></w:tblStylePr>'
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="Proposal{name}">'
        f'<w:name w:val="Proposal {name}"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{sides}</w:tblCellMar>"
        f"</w:tblPr>{head if look.head else ''}</w:style>"
    )


def margins(above: int, beside: int) -> str:
    """Return the room around the words of a cell, in twips."""
    sides = ("top", above), ("left", beside), ("bottom", above), ("right", beside)
    return "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)


def styles() -> str:
    """Return the styles part."""
    fonts = " ".join(f'w:{name}="{FONT}"' for name in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"{HEAD}<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:color w:val="{COLOURS["ink"]}"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="80" w:line="276" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
        'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        f'<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        f"{margins(0, 108)}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="character" w:customStyle="1" w:styleId="ProposalLabel">'
        '<w:name w:val="Proposal Label"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f'<w:uiPriority w:val="9"/><w:qFormat/><w:rPr><w:color w:val="{COLOURS["quiet"]}"/>'
        '<w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="ProposalFactLabel">'
        '<w:name w:val="Proposal Fact Label"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:uiPriority w:val="9"/><w:qFormat/><w:rPr><w:b/><w:bCs/>'
        f'<w:color w:val="{COLOURS["quiet"]}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="ProposalFactMissing">'
        '<w:name w:val="Proposal Fact Missing"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:uiPriority w:val="9"/><w:rPr><w:i/><w:iCs/>'
        f'<w:color w:val="{COLOURS["warm"]}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="ProposalBar">'
        '<w:name w:val="Proposal Bar"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:uiPriority w:val="9"/><w:rPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOURS["bar"]}"/></w:rPr></w:style>'
        + "".join(paragraph_style(style) for style in STYLES)
        + "".join(table_style(name, look) for name, look in TABLES.items())
        + "</w:styles>"
    )


def numbering() -> str:
    """Return the numbering part: one bullet."""
    return (
        f'{HEAD}<w:numbering {NAMES}><w:abstractNum w:abstractNumId="1">'
        '<w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="227"/></w:pPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def document() -> str:
    """Return the main part: nothing but the page."""
    return (
        f"{HEAD}<w:document {NAMES}><w:body><w:sectPr>"
        f'<w:pgSz w:w="{A4[0]}" w:h="{A4[1]}"/>'
        f'<w:pgMar w:top="1361" w:right="{SIDE}" w:bottom="1191" w:left="{SIDE}" '
        'w:header="680" w:footer="624" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/>'
        "</w:sectPr></w:body></w:document>"
    )


def settings() -> str:
    """Return the settings: the present Word, no update of fields, no prompt."""
    office = "http://schemas.microsoft.com/office/word"
    return (
        f'{HEAD}<w:settings {NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{office}" w:val="15"/>'
        f'<w:compatSetting w:name="useWord2013TrackBottomHyphenation" w:uri="{office}" w:val="0"/>'
        '</w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="en-GB"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table() -> str:
    """Return the fonts with what may stand in for them."""
    return (
        f'{HEAD}<w:fonts {NAMES}><w:font w:name="{FONT}"><w:altName w:val="Liberation Sans"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme() -> str:
    """Return the theme that Word offers colours and fonts from: ours."""
    system = {"dk1": ("windowText", COLOURS["ink"]), "lt1": ("window", "FFFFFF")}
    colours = "".join(
        f'<a:{name}><a:sysClr val="{value}" lastClr="{last}"/></a:{name}>'
        for name, (value, last) in system.items()
    )
    for name, one in SHEET["theme"].items():
        colours += f'<a:{name}><a:srgbClr val="{COLOURS[one]}"/></a:{name}>'
    faces = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="Proposal"><a:themeElements><a:clrScheme name="Proposal">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Proposal"><a:majorFont>{faces}</a:majorFont>'
        f"<a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Proposal"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "</a:theme>"
    )


def parts() -> dict[str, str]:
    """Return every part of the file by its name, in the order of the archive."""
    package = "http://schemas.openxmlformats.org/package/2006"
    own = ("styles", "numbering", "settings", "fontTable")
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((name, name) for name in own))
    )
    links = "".join(
        f'<Relationship Id="rId{place}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
        for place, name in enumerate(own, start=1)
    )
    links += f'<Relationship Id="rId9" Type="{RELATIONS}/theme" Target="theme/theme1.xml"/>'
    overrides += f'<Override PartName="/word/theme/theme1.xml" ContentType="{THEME}"/>'
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": (
            f'{HEAD}<Relationships xmlns="{package}/relationships">{links}</Relationships>'
        ),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/theme/theme1.xml": theme(),
    }


def main() -> None:
    """Write the file, with a fixed date so that it changes only when a style does."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode("utf-8"))


if __name__ == "__main__":
    main()
