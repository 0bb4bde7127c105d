"""What is stuck on letters or printed on them: labels, envelopes, postcards."""
