"""Names in their other spellings, and namesakes told apart."""
