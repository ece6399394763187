"""Erasmus Desk: the core of a desktop program for Erasmus+ partnership proposals."""

from datetime import date

__version__ = "0.1.0"
RELEASED = date(2026, 11, 29)
"""The day of this version, by which the program says how old it is."""
