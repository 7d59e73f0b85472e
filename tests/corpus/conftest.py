"""Tests of this folder share `papers`: where papers stand, and what must hold of every one read."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
