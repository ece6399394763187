"""Numbers and bullets are read as Word counts and shows them."""

from erasmus_desk.review_import.docx_reader.reader import read_document
from tests.core.review_import.documents import HEAD, SPACES, docx, mark, p, r, root


def level(number: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


LISTS = {
    "1": level(0, "bullet", "\uf0b7") + level(1, "bullet", "o") + level(2, "bullet", "§"),
    "2": level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "%3"),
    "3": level(0, "decimal", "%1") + level(1, "decimal", "%1.%2"),
    "4": level(0, "upperRoman", "Part %1:") + level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    "5": level(0, "decimal", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
    "6": level(0, "none", "") + level(1, "decimalZero", "%2"),
    "7": level(0, "decimal", "x" * 60 + "%1"),
    "8": '<w:numStyleLink w:val="Ours"/>',
    "9": '<w:styleLink w:val="Ours"/>' + level(0, "upperLetter", "%1."),
}
AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
OWN = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "(%1)")}</w:lvlOverride>'


def numbering() -> str:
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
        for number, levels in LISTS.items()
    )
    named = {number: (number, "") for number in LISTS} | {"20": ("2", AGAIN), "21": ("1", OWN)}
    numbers = "".join(
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{number}"/>{more}</w:num>'
        for name, (number, more) in named.items()
    )
    return root("numbering", lists + numbers)


def place(number: str, at: int | None = 0) -> str:
    inner = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return f'<w:numPr>{inner}<w:numId w:val="{number}"/></w:numPr>'


def labels(*places: str, styles: str = "") -> list[str]:
    """The labels of paragraphs with these properties."""
    parts = {"numbering": numbering()}
    if styles:
        parts["styles"] = f"{HEAD}<w:styles {SPACES}>{styles}</w:styles>"
    body = "".join(p(r("x"), one) for one in places)
    return [one.list_label for one in read_document(docx(body, parts=parts), "a.docx").paragraphs]


def test_a_bullet_of_any_kind_is_a_hyphen_with_its_level() -> None:
    assert labels(*(place("1", at) for at in (0, 1, 2, 0))) == ["- ", "  - ", "    - ", "- "]


def test_numbers_are_counted_and_start_again_below_the_next_one() -> None:
    places = [place("2", at) for at in (0, 1, 1, 2, 0, 1)]
    assert labels(*places) == ["1. ", "  a) ", "  b) ", "    i ", "2. ", "  a) "]
    assert labels(*(place("3", at) for at in (0, 1, 1, 0, 1)))[1:] == [
        *("  1.1 ", "  1.2 "),
        *("2 ", "  2.1 "),
    ]
    assert labels(place("4"), place("4"), place("4", 1)) == ["Part I: ", "Part II: ", "  2.1 "]
    assert labels(*(place("5", at) for at in (0, 1, 0, 1))) == ["1. ", "  1. ", "2. ", "  2. "]
    assert labels(place("6"), place("6", 1)) == ["", "  01 "]


def test_text_between_does_not_interrupt_a_list_and_another_number_may_start_it_again() -> None:
    assert labels(place("2"), "", place("2"), place("20"), place("2")) == [
        *("1. ", ""),
        *("2. ", "5. ", "6. "),
    ]
    assert labels(place("1"), place("21"), place("21")) == ["- ", "(b) ", "(c) "]


def test_a_list_may_be_that_of_a_style_and_be_left() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Step"><w:name w:val="Step"/>'
        f"<w:pPr>{place('2', None)}</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Step"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    step, sub = '<w:pStyle w:val="Step"/>', '<w:pStyle w:val="Sub"/>'
    left = f"{step}{place('0')}"
    assert labels(step, sub, left, step, styles=styles) == ["1. ", "  a) ", "", "2. "]
    deeper = f'{step}<w:numPr><w:ilvl w:val="2"/></w:numPr>'
    assert labels(step, deeper, styles=styles) == ["1. ", "    i "]


def test_odd_lists_have_a_plain_sign_or_none() -> None:
    assert labels(place("7"), place("8"), place("99"), place("")) == ["1. ", "A. ", "", ""]
    assert labels(place("1", 8)) == [""]


def test_a_deleted_line_is_not_counted() -> None:
    gone = f"{place('2')}{mark('del')}"
    assert labels(place("2"), place("2")) == ["1. ", "2. "]
    body = p(r("x"), place("2")) + p("", gone) + p(r("y"), place("2"))
    found = read_document(docx(body, parts={"numbering": numbering()}), "a.docx").paragraphs
    assert [one.list_label for one in found if not one.is_removed] == ["1. ", "2. "]
