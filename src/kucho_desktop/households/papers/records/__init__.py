"""The papers of what was written down, and of what is told to the household itself."""
