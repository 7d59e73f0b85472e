"""PDF to pages of text."""

from __future__ import annotations

import base64
import zlib

import pytest
from pdfs import pdf

from corpus.formats.pdf import read_pdf
from corpus.models import CorpusError

# One page, encrypted with a password.
LOCKED = zlib.decompress(
    base64.b85decode(
        "c-oCqJ!=#}7_Lk)kV;4jn`y3+xI5oFa2}GF!<d+ayC{N0n4OQy$+;VM_aq;M{s0^C2Z&7sZ7c-A53~~z5wWq=fW4JiNSwWVx"
        "Ud%PZZY$`@B2K@zVl9F`D}X%ouZ)eZTI76fM5vI_!?+7L9m>qW~gljn-P-8AQ@`Y0<9LXi79h%C3j_W-NIm5^=uA;nRJ*G5P"
        "@L6Z*q7AQlHp?tCdnxE1gk=8l*k2&jCyBPNjhUQwszatm&)ibi=EJ{$-NEh+?l5bZnjuGwr#`ns(|PjTQ*9LvH_huSsE(B8P"
        "m0dfLoyYx=CFUowKAJB*9bwgmkjPpjOHw1RVXaMKojttu?M!m?nKUa<xvQpWQlv+6on9FEORk;R9vk6oRd7~h^>(7lzDkI#S"
        "F%R6_!Tz>oh$A>%PJ39|v>^whnZ}QpCJ=u7A|J~a5iPqH1-`~5P_{r*{ufL|}kMG`kwKaD8^qc;~jZ*r6{lJ8%n7CA)QU~HA"
        "J2dnyfD}tAxxmr~+WkS{XCUYnDlsZEAXtJ;W@8r;6(LQzvz#It#}Z3rVj451O&DWmQK)I`oWm?)A`~Ptj9WuO!kusYMc5RfG"
        "AJaDSVstR+QfqEIK&8Rp|PiDPEiqw2yv+xjtNGR##RU(Nko{e4&z2<9SC6r!lMUr#t4HB9%0BI<0z8+#h9#N2t{>_iyDSyos"
        "aN3MrDPs$W(t|vr+rI{VnS)2c0x6AlV<lxx}Rq9jwp#xo&bKj1-O|YY{exA|tRcPHTg?M$)$aC&k~0*+gfX>je~tvz-?zD@K"
        "hI2!lprcBu{i0Fme*2m"
    )
)
BODY = [f"Sentence {letter} of the paper." for letter in "abcdefghijklmnop"]


def pdf_to_pages(data: bytes) -> list[str]:
    """What stands on each page, without the line ends that part the pages."""
    found = read_pdf(data)
    ends = [*found.page_starts[1:], len(found.text)]
    return [found.text[start:end].rstrip("\n") for start, end in zip(found.page_starts, ends, strict=True)]


def test_lines_come_as_printed() -> None:
    assert pdf_to_pages(pdf([["84. Apologies", "(Item 1)", "There were none."]])) == [
        "84. Apologies\n(Item 1)\nThere were none."
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    bodies = [BODY[at : at + 4] for at in range(0, 16, 4)]
    pages = [["Moot Council", *body, f"Page {number} of 4"] for number, body in enumerate(bodies, start=1)]
    assert pdf_to_pages(pdf(pages)) == ["\n".join(body) for body in bodies]


def test_a_line_like_a_running_head_is_kept_below_the_text() -> None:
    bodies = [[BODY[at], "Moot Council", *BODY[at + 1 : at + 6]] for at in range(4)]
    pages = pdf_to_pages(pdf([["Moot Council", *body] for body in bodies]))
    assert [page.split("\n")[1] for page in pages] == ["Moot Council"] * 4


def test_a_line_repeated_within_the_page_is_text() -> None:
    lines = ["Head", *BODY[:3], "NOTED", *BODY[3:6], "NOTED", *BODY[6:9]]
    assert pdf_to_pages(pdf([[*lines, "7"]])) == ["\n".join(lines)]


def test_two_pages_are_too_few_to_tell_a_running_head_unless_it_stands_in_the_margin() -> None:
    def heads(top: int) -> list[str]:
        pages = [["Moot Council", *BODY[:8]], ["Moot Council", *BODY[8:]]]
        return [page.split("\n")[0] for page in pdf_to_pages(pdf(pages, top))]

    assert heads(top=760) == ["Moot Council"] * 2
    assert heads(top=800) == [BODY[0], BODY[8]]


def test_words_in_the_margin_alone_are_a_paper() -> None:
    assert pdf_to_pages(pdf([["A notice of few words."]], top=815)) == ["A notice of few words."]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html>not found</html>", "it is not a PDF whatever its name says"),
        (pdf([[], []]), "no text was found in it, its pages are blank"),
        (pdf([[*BODY]])[:300], "it is damaged and cannot be opened as a PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "it is damaged and cannot be opened as a PDF"),
        (LOCKED, "it is locked with a password; save a copy without one"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        pdf_to_pages(data)
