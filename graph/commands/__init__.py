"""The commands that read or compare a graph and those of a project, and what all share; `graph.cli` joins them."""
