"""The papers of figures and ages."""
