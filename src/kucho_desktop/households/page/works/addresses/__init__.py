"""宛名: labels, envelopes and postcards for the households of a list."""
