"""Measures of a template that leave no room, or are none, stop nothing and give pages to read."""

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.export.word import writer
from tests.core.desk_process import run_copy
from tests.core.export.gardens import (
    build_garden_document,
    make_garden,
    read_part,
    replace_parts,
    validate_word_file,
)

SIZE, MARGINS = re.compile(rb"<w:pgSz[^>]*/>"), re.compile(rb"<w:pgMar[^>]*/>")


@pytest.fixture(scope="module")
def template() -> bytes:
    target = io.BytesIO()
    docx.Document().save(target)
    return target.getvalue()


def with_page(width: str, height: str, margin: str) -> Callable[[bytes], bytes]:
    """A template of another size, with the same margin all round."""

    def make(content: bytes) -> bytes:
        sides = ("top", "right", "bottom", "left", "header", "footer")
        edges = " ".join(f'w:{side}="{margin}"' for side in sides)
        main = read_part(content, "word/document.xml").encode()
        main = SIZE.sub(f'<w:pgSz w:w="{width}" w:h="{height}"/>'.encode(), main)
        main = MARGINS.sub(f'<w:pgMar {edges} w:gutter="0"/>'.encode(), main)
        return replace_parts(content, {"word/document.xml": main})

    return make


def with_style(pattern: str, new: str) -> Callable[[bytes], bytes]:
    """A template whose styles all have something else."""

    def make(content: bytes) -> bytes:
        styles, count = re.subn(pattern, new, read_part(content, "word/styles.xml"))
        assert count
        return replace_parts(content, {"word/styles.xml": styles.encode()})

    return make


def measure(content: bytes) -> tuple[int, int, int]:
    """The first page in millimetres: width, height and left margin."""
    page = docx.Document(io.BytesIO(content)).sections[0]
    assert page.page_width
    assert page.page_height
    assert page.left_margin is not None
    return round(page.page_width.mm), round(page.page_height.mm), round(page.left_margin.mm)


@pytest.mark.parametrize(
    ("make", "page"),
    [
        (with_page("500", "500", "400"), (210, 297, 26)),
        (with_page("12000", "16000", "6000"), (210, 297, 26)),
        (with_page("-5", "abc", ""), (210, 297, 26)),
        (with_page("", "", "1e9"), (210, 297, 26)),
        (with_page("595.3pt", "29.7cm", "1in"), (210, 297, 25)),
        (with_page("21cm", "11in", "20mm"), (210, 279, 20)),
        (with_page("99999", "99999", "1440"), (559, 559, 25)),
        (with_style(r'<w:sz w:val="\d+"/>', '<w:sz w:val="3276"/>'), None),
        (with_style(r'<w:sz w:val="\d+"/>', '<w:sz w:val="0"/>'), None),
        (with_style(r'<w:sz w:val="\d+"/>', '<w:sz w:val="big"/>'), None),
        (with_style("<w:pPr>", '<w:pPr><w:ind w:left="20000" w:right="20000"/>'), None),
        (with_style("<w:pPr>", '<w:pPr><w:ind w:left="x" w:hanging="-9e9"/>'), None),
        (with_style("<w:pPr>", '<w:pPr><w:spacing w:line="0" w:lineRule="exact"/>'), None),
    ],
)
def test_odd_measures_of_a_template_stop_nothing(
    make: Callable[[bytes], bytes],
    page: tuple[int, int, int] | None,
    template: bytes,
    library: Library,
    resources: Path,
    style: bytes,
    tmp_path: Path,
) -> None:
    document = build_garden_document(make_garden(), library, resources)
    content = writer.render(document, style, make(template))
    if page is not None:
        assert measure(content) == page
        assert validate_word_file(content, tmp_path) == []


@pytest.mark.parametrize(
    ("make", "is_told"),
    [(with_page("500", "500", "400"), True), (with_page("21cm", "11in", "20mm"), False)],
)
def test_a_page_that_takes_the_place_of_that_of_the_template_is_told(
    make: Callable[[bytes], bytes], is_told: bool, template: bytes, resources: Path, tmp_path: Path
) -> None:
    shutil.copy(resources / "examples" / "innovation-vet.erasmus", tmp_path / "a.erasmus")
    (tmp_path / "house.docx").write_bytes(make(template))
    done = run_copy(tmp_path, "export", "a.erasmus", "--template", "house.docx", language="nl")
    assert (done.returncode, "daarom is A4 gebruikt" in done.stderr) == (0, is_told)
