"""The record of a sent Word file, by which a reviewed copy is matched with the draft."""
