"""The papers by theme: what may be chosen on each, how it is gathered and drawn."""
