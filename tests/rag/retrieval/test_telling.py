"""What can be told in one way only."""

import pytest

from rag.retrieval.telling import could_tell

FIRM = "Which firm gave the £900 quotation for the Ferry Lane drains?"
SCHOOL = "Which primary schools in Quayside are to grow?"
ROAD = "Which roads had the most potholes?"


@pytest.mark.parametrize(
    ("question", "text", "could"),
    [
        (FIRM, "The Senior Engineer, West Division, had a quotation of £900 for Ferry Lane.", False),
        (FIRM, "Mr John Reed had a quotation of £900.", False),
        (FIRM, "A quotation of £900 came from Harbour Drains Ltd.", True),
        (FIRM, "The lowest was that of ABC at £900.", True),
        ("Name the building firm that mended the pier", "The contractor lost 20 days.", False),
        ("Name the building firm that mended the pier", "It was mended by Ash & Reed.", True),
        ("What bank holiday was chosen?", "It is in August.", True),
        (SCHOOL, "Quayside and Netherpool need more places for Year 7.", False),
        (SCHOOL, "Ferry Lane Primary School is to grow.", True),
        (SCHOOL, "St Brigid’s is to grow.", True),
        ("Which school year does it apply to?", "To 2024/25.", True),
        (ROAD, "There were 90 potholes on them.", False),
        (ROAD, "Ferry Lane had 90 and the B12 had 40.", True),
        ("What percentage of staff were happy?", "More of the staff were happy.", False),
        ("What percentage of staff were happy?", "40 per cent of the staff were happy.", True),
        ("What share of the staff was happy?", "Nine out of ten, or 9 of 10, were.", True),
        ("What share of the staff was happy?", "Happy staff\t90", True),
        ("What interest rate is paid on the loan?", "A loan of £8m was agreed.", False),
        ("What time does Cabinet start?", "Cabinet meets on 3 May.", False),
        ("What time does Cabinet start?", "Cabinet meets at 10.00 am.", True),
        ("What time does Cabinet start?", "Cabinet meets at the rising of the Council.", True),
        ("What time of year is it held?", "It is held in spring.", True),
        ("What colour are the bins?", "The bins are new.", False),
        ("What colour are the bins?", "The bins are brown.", True),
        ("What is the phone number of the clerk?", "The clerk is Ann Ash.", False),
        ("What is the phone number of the clerk?", "Ann Ash, 01234 567 890", True),
        ("What is the clerk's email address?", "The clerk is Ann Ash.", False),
        ("What was decided about the bins?", "They are new.", True),
    ],
)
def test_what_could_tell(question: str, text: str, could: bool) -> None:
    assert could_tell(question, question, text, text) is could


def test_a_name_stands_in_the_text_itself() -> None:
    text = "A quotation of £900 was had."
    assert not could_tell(FIRM, FIRM, text, f"{text} Harbour Drains Ltd wrote.")
    asked = "What percentage of staff were happy?"
    assert could_tell(asked, asked, "Most wrote.", "Most wrote. It was 40%.")
