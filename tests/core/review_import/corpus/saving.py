"""What Word changes by saving alone: it splits runs, renames parts, and adds its own."""

from __future__ import annotations

import re
from itertools import count, cycle

from tests.core.review_import.corpus.expected import UNTOUCHED, Expected
from tests.core.review_import.corpus.marks import insert_text
from tests.core.review_import.corpus.paper import (
    Node,
    copy_run_with,
    get_content,
    isolate_run,
    iter_texts,
    parse_fragment,
    q,
    set_text,
)
from tests.core.review_import.corpus.review import Review, edit, expect_answers

SAVING, BESIDE = "saving alone", "beside the text"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RECORD = "customXml/item1.xml"


@edit(SAVING)
def nothing_at_all(review: Review) -> Expected:
    return UNTOUCHED


@edit(SAVING)
def runs_cut_by_spelling_marks(review: Review) -> Expected:
    _cut(review)
    for run in list(review.paper.root.iter(q("w:r")))[::3]:
        run.addprevious(parse_fragment('<w:proofErr w:type="spellStart"/>'))
        run.addnext(parse_fragment('<w:proofErr w:type="spellEnd"/>'))
    return UNTOUCHED


@edit(SAVING)
def runs_and_paragraphs_with_ids_of_sessions(review: Review) -> Expected:
    _cut(review)
    numbers = count(0x00A10000)
    for node in review.paper.root.iter(q("w:r"), q("w:p"), q("w:tr")):
        node.set(q("w:rsidR"), f"{next(numbers):08X}")
        if node.tag != q("w:r"):
            node.set(q("w14:paraId"), f"{next(numbers) + 0x10000000:08X}")
            node.set(q("w14:textId"), "77777777")
    return UNTOUCHED


@edit(SAVING)
def runs_cut_by_language(review: Review) -> Expected:
    _cut(review)
    for run in list(review.paper.root.iter(q("w:r")))[::2]:
        for language in run.iter(q("w:lang")):
            language.set(q("w:val"), "de-DE")
    return UNTOUCHED


@edit(SAVING)
def smart_tags_around_words(review: Review) -> Expected:
    for run in list(review.paper.root.iter(q("w:r")))[::2]:
        tag = parse_fragment('<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags"/>')
        tag.set(q("w:element"), "place")
        run.addprevious(tag)
        tag.append(run)
    return UNTOUCHED


@edit(SAVING)
def marks_of_the_last_place_and_of_pages(review: Review) -> Expected:
    for run in list(review.paper.root.iter(q("w:r")))[::7]:
        first = next(iter(iter_texts(run)), None)
        if first is not None:
            first.addprevious(parse_fragment("<w:lastRenderedPageBreak/>"))
    run = review.run("cesar")
    run.addprevious(parse_fragment('<w:bookmarkStart w:id="9001" w:name="_GoBack"/>'))
    run.addnext(parse_fragment('<w:bookmarkEnd w:id="9001"/>'))
    return UNTOUCHED


@edit(SAVING)
def contents_brought_up_to_date(review: Review) -> Expected:
    """Update the contents: a link and a page number in each line."""
    number = 0
    for line in review.paper.root.iter(q("w:p")):
        style = line.find(f"{q('w:pPr')}/{q('w:pStyle')}")
        if style is None or not style.get(q("w:val")).startswith("TOC"):
            continue
        runs = [one for one in line.iter(q("w:r")) if one.find(q("w:t")) is not None]
        if runs and style.get(q("w:val")) != "TOCHeading":
            number += 1
            _set(runs[-1], str(number + 2)) if len(runs) > 1 else runs[-1].addnext(
                copy_run_with(runs[-1], f"\u2003{number + 2}")
            )
    return UNTOUCHED


@edit(SAVING)
def strict_open_xml(review: Review) -> Expected:
    open_xml = rb"http://schemas\.openxmlformats\.org/"
    kinds = rb"(wordprocessingml|officeDocument)/2006/(main|relationships)\b"
    for name, part in review.paper.parts.items():
        if name.endswith((".xml", ".rels")):
            strict = re.sub(open_xml + kinds, rb"http://purl.oclc.org/ooxml/\1/\2", part)
            review.paper.parts[name] = strict
    # What is open on the desk is written last.
    review.paper.is_strict = True
    return UNTOUCHED


@edit(SAVING)
def record_under_another_name(review: Review) -> Expected:
    parts = review.paper.parts
    for name in [one for one in parts if one.startswith("customXml/")]:
        parts[name.replace("item1", "item3").replace("itemProps1", "itemProps3")] = parts.pop(
            name
        ).replace(b"itemProps1.xml", b"itemProps3.xml")
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        parts[name] = parts[name].replace(b"item1.xml", b"item3.xml")
        parts[name] = parts[name].replace(b"itemProps1.xml", b"itemProps3.xml")
    return UNTOUCHED


@edit(SAVING)
def record_lost_but_kept_here(review: Review) -> Expected:
    _without_record(review)
    return UNTOUCHED


@edit(SAVING)
def record_lost_and_a_word_typed(review: Review) -> Expected:
    _without_record(review)
    baker = review.word("baker")
    insert_text(review.run("baker"), f" {review.marker}")
    new = review.replace_once(baker, f"{baker} {review.marker}")
    return expect_answers({review.key: new}, [review.marker])


@edit(SAVING)
def properties_written_by_word(review: Review) -> Expected:
    core = "docProps/core.xml"
    names = "<cp:lastModifiedBy>Ana Peeters</cp:lastModifiedBy><cp:revision>4</cp:revision>"
    part = re.sub(rb"<cp:(lastModifiedBy|revision)>.*?</cp:\1>", b"", review.paper.parts[core])
    end = b"</cp:coreProperties>"
    review.paper.parts[core] = part.replace(end, names.encode() + end)
    review.paper.parts["docProps/app.xml"] = (
        b'<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/extended-properties"><Template>Normal.dotm</Template>'
        b"<TotalTime>12</TotalTime><Pages>14</Pages><Application>Microsoft Office Word"
        b"</Application><AppVersion>16.0000</AppVersion></Properties>"
    )
    return UNTOUCHED


@edit(SAVING)
def settings_and_parts_added_by_word(review: Review) -> Expected:
    settings = "word/settings.xml"
    more = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:rsids><w:rsidRoot w:val="00A10000"/></w:rsids></w:settings>'
    )
    part = re.sub(rb"<w:compat>.*?</w:compat>", b"", review.paper.parts[settings])
    review.paper.parts[settings] = part.replace(b"</w:settings>", more.encode())
    for name in ("webSettings", "glossary/document"):
        root = "glossaryDocument" if "/" in name else name
        review.paper.add(
            f"{name}.xml",
            f'<w:{root} xmlns:w="{_W}"/>',
            f"{_OFFICE}/{root}",
            f"{_KIND}.{'document.glossary' if '/' in name else name}+xml",
        )
    for name in ("footnotes", "endnotes"):
        one = name[:-1]
        lines = "".join(
            f'<w:{one} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{one}>'
            for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
        )
        review.paper.add(
            f"{name}.xml",
            f'<w:{name} xmlns:w="{_W}">{lines}</w:{name}>',
            f"{_OFFICE}/{name}",
            f"{_KIND}.{name}+xml",
        )
    return UNTOUCHED


@edit(SAVING)
def words_of_the_form_with_other_blanks(review: Review) -> Expected:
    """Write the blanks between the words of the form in other ways, as other programs do."""
    kinds = cycle(("\u00a0", "  ", "\t", "\u2009", " \u00a0"))
    for text in iter_texts(review.paper.body):
        if all(one.tag != q("w:sdt") for one in text.iterancestors()):
            set_text(text, re.sub(r"[ \u2002]", lambda _: next(kinds), text.text or ""))
    return UNTOUCHED


@edit(BESIDE)
def text_box_added(review: Review) -> Expected:
    """Add a text box, which Word writes twice: as a shape, and for older programs."""
    line = f"<w:p><w:r><w:t>Boxed {review.marker}</w:t></w:r></w:p>"
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        f"{line}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{line}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    review.run("abel").addnext(parse_fragment(box))
    return Expected(loosely=(review.key,), inserted=(review.marker,))


@edit(BESIDE)
def footnote_added(review: Review) -> Expected:
    note = f'<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {review.marker}</w:t>'
    review.paper.add(
        "footnotes.xml",
        f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="2">{note}</w:r></w:p></w:footnote>'
        "</w:footnotes>",
        f"{_OFFICE}/footnotes",
        f"{_KIND}.footnotes+xml",
    )
    sign = parse_fragment('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:r>')
    sign.append(parse_fragment('<w:footnoteReference w:id="2"/>'))
    review.run("dora").addnext(sign)
    return Expected(loosely=(review.key,), inserted=(review.marker,))


@edit(BESIDE)
def picture_added(review: Review) -> Expected:
    review.run("abel").addnext(_picture())
    ties = review.paper.parts["word/_rels/document.xml.rels"]
    tie = (
        f'<Relationship Id="rId77" Type="{_OFFICE}/image" Target="media/image77.png"/>'
        "</Relationships>"
    )
    review.paper.parts["word/_rels/document.xml.rels"] = ties.replace(
        b"</Relationships>", tie.encode()
    )
    review.paper.parts["word/media/image77.png"] = b"\x89PNG\r\n\x1a\n" + bytes(40)
    types = review.paper.parts["[Content_Types].xml"]
    line = b'<Default Extension="png" ContentType="image/png"/><Override '
    review.paper.parts["[Content_Types].xml"] = types.replace(b"<Override ", line, 1)
    return Expected()


@edit(BESIDE)
def header_changed(review: Review) -> Expected:
    name = next(one for one in review.paper.parts if one.startswith("word/header"))
    part = review.paper.parts[name]
    more = f"<w:r><w:t>{review.marker}</w:t></w:r></w:p></w:hdr>"
    review.paper.parts[name] = re.sub(rb"</w:p>\s*</w:hdr>", more.encode(), part)
    return Expected(inserted=(review.marker,))


@edit(BESIDE)
def maths_put_in(review: Review) -> Expected:
    """Add a formula, whose words are text too."""
    run = review.run("cesar")
    insert_text(run, f" {review.marker}")
    cesar = review.word("cesar")
    return expect_answers(
        {review.key: review.replace_once(cesar, f"{cesar} {review.marker}")}, [review.marker]
    )


def _cut(review: Review) -> None:
    """Split the runs of long answers in the middle of words."""
    for key in review.model.texts:
        scope = get_content(review.paper.control(str(key)))
        for text in list(iter_texts(scope)):
            words = text.text or ""
            for at in range(3, len(words) - 2, 7):
                piece = words[at : at + 2]
                if words.count(piece) == 1 and piece.isalnum():
                    isolate_run(scope, piece)
                    break


def _set(run: Node, words: str) -> None:
    found = list(iter_texts(run))
    set_text(found[-1], words)


def _without_record(review: Review) -> None:
    """Remove the record with all its relationships."""
    parts = review.paper.parts
    for name in [one for one in parts if one.startswith("customXml/")]:
        del parts[name]
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"):
        parts[name] = re.sub(rb"<(Override|Relationship)\s[^>]*customXml/[^>]*/>", b"", parts[name])


def _picture() -> Node:
    """Return a run with a picture, as far as the reader looks at it."""
    return parse_fragment(
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="901" '
        'name="Photo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/'
        'drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId77"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
