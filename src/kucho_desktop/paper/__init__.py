"""What is printed is built from these parts. `imprint` is light; all others bring ReportLab."""
