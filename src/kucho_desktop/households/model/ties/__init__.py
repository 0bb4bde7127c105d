"""What ties a household to others, and talks with it."""
