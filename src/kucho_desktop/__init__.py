"""The desk of a 区長: one window over one encrypted file."""
