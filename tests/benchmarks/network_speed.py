"""Counting, measuring and writing large networks, one after the other, each beside its peer.

`python tests/benchmarks/network_speed.py` (with the extra `bench`) runs `network_counting.py`, `network_measures.py`
and `network_writing.py`, each in a process of its own, so that the memory that one reports is its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PARTS = ("network_counting", "network_measures", "network_writing")

if __name__ == "__main__":
    for part in PARTS:
        print(f"== {part}", flush=True)
        subprocess.run([sys.executable, str(Path(__file__).with_name(f"{part}.py"))], check=True)
