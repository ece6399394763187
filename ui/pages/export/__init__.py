"""The pages for the Word file, the workbook, the preview and the PDF."""
