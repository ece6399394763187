"""The XML of a Word file as lines: text, controls, tracked changes, comments."""
