"""What a Word file was sent with: written by the export, read when the file comes home."""
