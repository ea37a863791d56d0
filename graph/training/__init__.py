"""Train and score the bundled language model from the public corpora that its model card names."""
