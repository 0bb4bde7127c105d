"""Names in their other spellings, and namesakes, in the book."""
