"""The names users type are pinned: adding one is a line here, losing one is a red test."""

from __future__ import annotations

import pytest

from kartoteka.export import exporters
from kartoteka.ingest.base import Form, Reader
from kartoteka.languages import languages
from kartoteka.registry import discover
from kartoteka.romanization import schemes


def test_registered_names_are_pinned() -> None:
    assert {
        "exporters": sorted(exporters()),
        "forms": sorted(discover("kartoteka.ingest.forms", Form)),
        "languages": sorted(languages()),
        "readers": sorted(discover("kartoteka.ingest.readers", Reader)),
        "schemes": sorted(schemes()),
    } == {
        "exporters": [
            "careers.txt", "contradictions.csv", "contradictions.jsonl",
            "edges.csv", "entities.csv", "entities.jsonl", "mentions.csv", "mentions.jsonl",
            "network.gexf", "network.graphml", "network.svg", "nodes.csv",
            "organizations.csv", "organizations.jsonl", "quickstatements.txt", "remarks.csv", "remarks.jsonl",
            "roles.csv", "roles.jsonl", "successions.csv", "successions.jsonl", "tenures.csv", "tenures.jsonl",
        ],
        "forms": ["mediawiki", "plain", "scholarly", "wiki"],
        "languages": ["en", "ru", "uk"],
        "readers": ["jsonl", "text"],
        "schemes": [
            "ru-ala-lc", "ru-ala-lc-simple", "ru-bgn-pcgn", "ru-french", "ru-german", "ru-gost-b", "ru-iso9",
            "ru-passport", "ru-polish", "ru-scholarly",
            "uk-ala-lc", "uk-ala-lc-simple", "uk-bgn-pcgn", "uk-french", "uk-german", "uk-iso9", "uk-national",
            "uk-polish", "uk-scholarly",
        ],
    }  # fmt: skip


def test_two_plug_ins_of_one_name_are_refused(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    package = Path(str(tmp_path)) / "twins"
    package.mkdir()
    (package / "__init__.py").write_text("")
    plugin = "from kartoteka.ingest.base import Form\nX = Form('same', len, tuple)\n"
    (package / "one.py").write_text(plugin)
    (package / "two.py").write_text(plugin)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ValueError, match="two Forms are named 'same'"):
        discover("twins", Form)
