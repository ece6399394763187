"""Dialogs: each is asked by one method and gives plain values; they know no page."""
