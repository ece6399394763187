"""The proposal on paper: its blocks laid out on pages, for a PDF file and for the preview."""
