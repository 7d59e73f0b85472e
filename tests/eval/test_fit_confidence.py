"""The weights of confidence, fitted."""

import pytest

from eval.fit_confidence import Looked, fit, left_out, ruled_out, tell

SIGNS = [(0.9, 0.6), (0.8, 0.7), (0.7, 0.5), (0.6, 0.1), (0.3, 0.4), (0.2, 0.2), (0.1, 0.3), (0.2, 0.1)]
LOOKED = [Looked(name, at < 4, 1.0, signs, 0.5) for name in ("a", "b") for at, signs in enumerate(SIGNS)]
RULED = Looked("a", False, 1.0, None, 0.05)


def test_what_speaks_for_an_answer_gets_weight() -> None:
    fitted = fit(LOOKED)
    assert fitted.signs[0] > fitted.signs[1] > 0
    assert fitted.chance((0.9, 0.6)) > 0.8 > 0.2 > fitted.chance((0.1, 0.1))


def test_what_is_settled_by_rule_does_not_move_the_weights() -> None:
    assert fit([*LOOKED, RULED]) == fit(LOOKED)


def test_weight_counts_as_often_asked() -> None:
    twice = [Looked("a", one.answerable, 2.0, one.signs, 0.5) for one in LOOKED[:8]]
    assert fit(twice).chance((0.5, 0.3)) == pytest.approx(fit([*LOOKED[:8], *LOOKED[:8]]).chance((0.5, 0.3)))


def test_each_set_is_judged_by_the_others() -> None:
    chances = left_out([*LOOKED, RULED])
    assert chances[0] == fit([one for one in LOOKED if one.set == "b"]).chance(SIGNS[0])
    assert chances[len(LOOKED)] == 0.05


def test_the_share_ruled_out_wrongly_is_told() -> None:
    assert ruled_out([*LOOKED, RULED, RULED]) == 1 / 4
    assert ruled_out([RULED, Looked("a", True, 1.0, None, 0.95)]) == 1 / 3  # that one was ruled in


def test_precision_and_recall_are_of_real_questions() -> None:
    made = Looked("a", False, 0.3, (0.1, 0.1), 0.5)
    looked = [LOOKED[0], LOOKED[5], LOOKED[6], made]
    told = tell(looked, {0: 0.2, 1: 0.1, 2: 0.9, 3: 0.4}, 0.5)
    assert told == (
        "0.50: refusal precision 0.500 (1/2), recall 0.500 (1/2), wrong 2; of those made by rule 1/1 refused"
    )
