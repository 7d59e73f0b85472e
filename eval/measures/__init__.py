"""The measures of an answer, one a file with its definition and source, and their targets."""

from __future__ import annotations

from eval.measures.correct import correct
from eval.measures.correct_and_cited import correct_and_cited
from eval.measures.correctly_cited import correctly_cited
from eval.measures.focus import focus
from eval.measures.kind_accuracy import kind_accuracy
from eval.measures.latency import seconds
from eval.measures.length import characters, claims
from eval.measures.quote_fidelity import quote_fidelity
from eval.measures.refusal_precision import refusal_precision
from eval.measures.refusal_recall import refusal_recall
from eval.measures.stray_numbers import stray_claim_numbers, stray_numbers
from eval.models import Gauge, Measure

MEASURES = (
    Measure("correct and correctly cited", correct_and_cited, target=0.85),
    Measure("correct", correct),
    Measure("correctly cited", correctly_cited),
    Measure("refusal precision", refusal_precision, target=0.85),
    Measure("refusal recall", refusal_recall, target=0.85),
    Measure("quotes verbatim", quote_fidelity, target=1.0),
    Measure("stray numbers", stray_numbers, "failures", target=0),
    Measure("stray numbers in claims", stray_claim_numbers, "failures", target=0),
    Measure("kind accuracy", kind_accuracy),
    Measure("focus", focus, describes=True),
)
GAUGES = (
    Gauge("answer length", characters, 0.5, "characters"),
    Gauge("claims", claims, 0.5, "claims"),
    Gauge("warm seconds, median", seconds, 0.5, "s", target=0.150),
    Gauge("warm seconds, 95th percentile", seconds, 0.95, "s"),
)
