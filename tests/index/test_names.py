"""Which bodies a name, a part of a name or an acronym stands for."""

import pytest

from index.names import acronym, matching_names, nearest_names

CYPSC = "Children and Young People Scrutiny Committee"
PANEL = "Children and Young People's Social Care and Services Scrutiny Panel"
BODIES = (CYPSC, PANEL, "Cabinet", "Cabinet Member for Housing", "Health & Wellbeing Board", "Full Council")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (CYPSC.upper(), [CYPSC]),
        ("cypsc", [CYPSC]),
        ("C.Y.P.S.C.", [CYPSC]),
        ("CYP", [CYPSC, PANEL]),
        ("CYP scrutiny panel", [PANEL]),
        ("children", [CYPSC, PANEL]),
        ("childrens", []),
        ("young people's social care", [PANEL]),
        ("scrutiny", [CYPSC, PANEL]),
        ("scrutiny children", []),
        ("Cabinet", ["Cabinet"]),
        ("cabinet housing", ["Cabinet Member for Housing"]),
        ("cab", ["Cabinet", "Cabinet Member for Housing"]),
        ("health and wellbeing board", ["Health & Wellbeing Board"]),
        ("HWB", ["Health & Wellbeing Board"]),
        ("ouncil", []),
        ("c", [CYPSC, PANEL, "Cabinet", "Cabinet Member for Housing", "Full Council"]),
        ("the", []),
        ("", []),
        ("  '\"% ", []),
    ],
)
def test_matching_names(wanted, found):
    assert matching_names(wanted, BODIES) == found


def test_acronym():
    assert acronym(PANEL) == "CYPSCSSP"


def test_the_nearest_names_are_told_by_spelling() -> None:
    names = ["Cabinet", "Planning and Regulatory Committee", "Pensions Board", "Health and Wellbeing Panel"]
    assert nearest_names("Planing", names) == ["Planning and Regulatory Committee"]
    assert nearest_names("helth and welbeing", names) == ["Health and Wellbeing Panel"]
    assert nearest_names("cabinett", names)[0] == "Cabinet"
    assert nearest_names("zzz", names) == nearest_names("", names) == nearest_names("x", []) == []
