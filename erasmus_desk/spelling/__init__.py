"""Spelling: the words of a text, the dictionaries that are here, and the process that has them."""
