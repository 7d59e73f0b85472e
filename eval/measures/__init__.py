"""The measures of an answer, one a file with its definition and source, and the targets we hold ourselves to."""

from __future__ import annotations

from eval.measures.brier import brier
from eval.measures.citation_precision import citation_precision
from eval.measures.citation_recall import citation_recall
from eval.measures.computed import computed_numbers
from eval.measures.correct import correct
from eval.measures.correct_and_cited import correct_and_cited
from eval.measures.correctly_cited import correctly_cited
from eval.measures.kind_accuracy import kind_accuracy
from eval.measures.latency import seconds
from eval.measures.length import characters, claims
from eval.measures.ndcg import ndcg
from eval.measures.quote_fidelity import quote_fidelity
from eval.measures.recall_at import recall
from eval.measures.refusal_precision import refusal_precision
from eval.measures.refusal_recall import refusal_recall
from eval.measures.relevant_citations import relevant_citations
from eval.measures.stray_numbers import stray_claim_numbers, stray_numbers
from eval.models import Gauge, Measure, Score

MEASURES = (
    Measure("correct and correctly cited", correct_and_cited, target=0.92),
    Measure("correct", correct),
    Measure("correctly cited", correctly_cited),
    Measure("refusal precision", refusal_precision, target=0.90),
    Measure("refusal recall", refusal_recall, target=0.90),
    Measure("citation precision", citation_precision, target=0.97),
    Measure("citation recall", citation_recall),
    Measure("relevant citations", relevant_citations, describes=True),
    Measure("quotes verbatim", quote_fidelity, target=1.0),
    Measure("stray numbers", stray_numbers, "failures", target=0),
    Measure("stray numbers in claims", stray_claim_numbers, "failures", target=0),
    Measure("stray numbers in counts", computed_numbers, "failures", target=0),
    Measure("kind accuracy", kind_accuracy, target=0.95),
)
SCORES = (
    Score("nDCG@10", ndcg, "mean"),
    Score("recall@10", recall, "mean"),
    Score("Brier score", brier, "error"),
)
CALIBRATION = "calibration error"  # over all replies at once: neither of one question nor a mean
GAUGES = (
    Gauge("answer length", characters, 0.5, "characters"),
    Gauge("claims", claims, 0.5, "claims"),
    Gauge("warm seconds, median", seconds, 0.5, "s", target=0.220),  # twice what it was with quotes alone
    Gauge("warm seconds, 95th percentile", seconds, 0.95, "s"),
)
HEADLINES = (
    "correct and correctly cited",
    "refusal precision",
    "refusal recall",
    "citation precision",
    "quotes verbatim",
    "stray numbers",
    "kind accuracy",
)
