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
            "careers.txt", "concordance.csv", "concordance.jsonl", "contradictions.csv", "contradictions.jsonl",
            "edges.csv", "entities.csv", "entities.jsonl", "identifiers.csv", "identifiers.jsonl", "mentions.csv",
            "mentions.jsonl",
            "network.gexf", "network.graphml", "network.html", "network.json", "network.net", "network.png",
            "network.svg", "network_dynamic.gexf", "nodes.csv",
            "organizations.csv", "organizations.jsonl", "quickstatements.txt", "remarks.csv", "remarks.jsonl",
            "roles.csv", "roles.jsonl", "successions.csv", "successions.jsonl", "tenures.csv", "tenures.jsonl",
            "ties.csv", "ties.gexf", "ties_directed.gexf", "ties_undirected.gexf",
        ],
        "forms": ["mediawiki", "plain", "scholarly", "wiki"],
        "languages": ["en", "ru", "uk"],
        "readers": ["jsonl", "text"],
        "schemes": [
            "be-ala-lc", "be-ala-lc-simple", "be-bgn-pcgn", "be-german", "be-iso9", "be-lacinka",
            "be-national", "be-passport", "be-polish", "be-scholarly", "ru-ala-lc", "ru-ala-lc-simple",
            "ru-bgn-pcgn", "ru-british", "ru-czech", "ru-dutch", "ru-english", "ru-french", "ru-german",
            "ru-german-sh", "ru-gost-1971", "ru-gost-52535", "ru-gost-b", "ru-hungarian", "ru-iso9",
            "ru-iso9-1968", "ru-passport", "ru-passport-1997", "ru-passport-1997-french",
            "ru-passport-2000", "ru-polish", "ru-scholarly", "uk-ala-lc", "uk-ala-lc-simple", "uk-bgn-pcgn",
            "uk-british", "uk-czech", "uk-dstu-a", "uk-dstu-b", "uk-dutch", "uk-english", "uk-french",
            "uk-german", "uk-german-sh", "uk-girodet", "uk-gost-1971", "uk-gost-1986", "uk-hungarian",
            "uk-iso9", "uk-iso9-1968", "uk-national", "uk-national-1996", "uk-passport-2004",
            "uk-passport-2004-other", "uk-passport-2007", "uk-polish", "uk-scholarly",
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
