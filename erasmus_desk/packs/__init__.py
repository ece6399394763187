"""Call packs as files: checked as a whole, made one file, added to the calls of this user."""
