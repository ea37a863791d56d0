"""The language model's run time: word pieces in, an ONNX encoder, and decoders that fill a spaCy Doc."""
