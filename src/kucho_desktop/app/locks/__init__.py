"""Password, recovery code and key of a book, and the screen that hides it."""
