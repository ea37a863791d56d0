"""The tour of a dispute: what this is, then its lawsuits in time order, each a view with its sentences."""
