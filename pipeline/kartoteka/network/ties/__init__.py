"""Ties beside being named together: who followed or appointed whom, who held one post, who served in one body."""

from kartoteka.network.ties.building import build_ties

__all__ = ["build_ties"]
