"""Reading in a table: the wizard's steps, a table of our own, and one that was put right."""
