"""Export of a proposal to Word, PDF and Excel."""
