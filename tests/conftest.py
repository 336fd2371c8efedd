"""Fixtures for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def corpus() -> Path:
    """The folder of sample articles."""
    return ROOT / "corpus" / "texts"


@pytest.fixture
def gold() -> list[Path]:
    """The annotated sample articles."""
    return sorted((ROOT / "corpus" / "gold").glob("*.json"))
