"""Rendering of the document as a Word file."""
