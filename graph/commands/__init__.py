"""The commands of a project, of comparing, and what all commands share; `graph.cli` puts them together."""
