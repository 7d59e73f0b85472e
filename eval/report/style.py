"""The look of the page: light and dark, narrow and wide, on paper."""

from __future__ import annotations

from pathlib import Path

STYLE = Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def hiding(name: str, values: list[str]) -> str:
    """Rules by which a choice in the list called `name` hides the misses that are not of it; no script is needed.
    Values are words of ours: letters, digits, blanks, hyphens and underscores."""
    return "\n".join(
        f'body:has(#{name} option[value="{value}"]:checked) .miss:not([data-{name}~="{value}"]) {{ display: none; }}'
        for value in values
    )
