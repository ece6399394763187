"""PDF files: Qt draws the pages, the tags and bookmarks are added afterwards."""
