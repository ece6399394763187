"""Fields: one kind of answer each; they know no page and no draft."""
