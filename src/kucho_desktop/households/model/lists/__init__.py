"""Lists that somebody puts together: whom, which columns, in which order."""
