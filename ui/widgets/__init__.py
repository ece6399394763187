"""Widgets and helpers shared by dialogs, fields and pages."""
