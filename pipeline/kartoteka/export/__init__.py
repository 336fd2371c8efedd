"""Files that leave the project: lists for a spreadsheet, networks for Gephi, a picture for an article.

    export(store, "entities.csv", "lists/entities.csv")
    export(store, "network.gexf", "network.gexf", graph=build_graph(store, window="paragraph"))
    export_all(store, "output")

Every exporter is a module of this folder, or of one of its rooms, which hold what belongs together; its name is the
file it writes unless told otherwise.
"""

from kartoteka.export.exporter import Exporter, export, export_all, exporters

__all__ = ["Exporter", "export", "export_all", "exporters"]
