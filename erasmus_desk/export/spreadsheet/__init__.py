"""The budget as an Excel workbook."""
