"""Tests of this folder share a council's site, `thornmere`, served on loopback."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
