"""A household that is read in once more, or stands in the book twice."""
