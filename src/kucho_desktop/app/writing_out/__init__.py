"""Writing out a table: for whom, which households, in which kind of file."""
