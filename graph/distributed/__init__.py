"""Spreads a build over the machines of a Ray cluster, or over a Ray of its own; what comes out is the same."""
