"""docx_reader."""
