"""Measure who is meant by each name, description and pronoun of an article."""
