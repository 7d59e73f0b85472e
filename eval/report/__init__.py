"""What an evaluation found, as text for a terminal, as JSON and as a page for a browser."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from eval.figures import Half
from eval.report.page import write_page
from eval.report.show import lines, show
from eval.report.text import write_text

__all__ = ["lines", "show", "write_json", "write_page", "write_text"]


def write_json(halves: Sequence[Half]) -> str:
    """One object: half -> set, or "all" -> list of reports, ours first, with every figure, category and miss."""
    whole = {
        half.name: {name: [asdict(report) for report in reports] for name, reports in half.columns}
        for half in halves
    }
    return json.dumps(whole, indent=1)
