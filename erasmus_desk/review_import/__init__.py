"""Import of reviewed Word files into the draft they were made from."""
