"""Dialogs: each has one method that shows it and returns plain values; none knows a page."""
