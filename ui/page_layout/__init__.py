"""Page layout of the PDF and the preview: lines, boxes, pages; it knows no window."""
