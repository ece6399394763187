"""What others have and what they said: files that are away, comments, and the tray."""
