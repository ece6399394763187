"""Files on disk: drafts, backups, the journal, locks, settings and saved organisations."""
