"""Erasmus Desk: the core of a desk for Erasmus+ partnership proposals."""

__version__ = "0.1.0"
