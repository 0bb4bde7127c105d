"""The file and plain meaning; no Qt, no ReportLab, knows no room."""
