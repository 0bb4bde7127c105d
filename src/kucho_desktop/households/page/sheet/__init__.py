"""The sheet of one household and its sections."""
