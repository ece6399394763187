"""Packages of Office Open XML from outside, opened within bounds of size, count and depth."""
