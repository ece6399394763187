"""A reviewed Word file comes home, answer by answer."""
