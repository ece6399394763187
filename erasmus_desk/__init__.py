"""Erasmus Desk: the core of a desktop program for Erasmus+ partnership proposals."""

__version__ = "0.1.0"
