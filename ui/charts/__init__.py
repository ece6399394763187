"""Drawn pictures: a timeline and bars; they know no page and no draft."""
