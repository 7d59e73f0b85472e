"""Quote fidelity: of all citations, the share whose quote is exactly the document's text at its span.

Verbatim quotes as the ground of trust: J. Menick et al., "Teaching language models to support answers with
verified quotes" (GopherCite), 2022; here measured character by character. An empty quote fails.
"""

from __future__ import annotations

from eval.models import Asked


def quote_fidelity(asked: Asked) -> tuple[bool, ...]:
    return tuple(
        bool(citation.quote)
        and citation.span.document_id == citation.document
        and asked.texts.get(citation.document, "")[citation.span.start : citation.span.end] == citation.quote
        for citation in asked.citations
    )
