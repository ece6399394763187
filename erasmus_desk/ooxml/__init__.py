"""Office Open XML packages from outside, opened within limits of size, count and depth."""
