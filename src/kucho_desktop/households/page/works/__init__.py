"""What is done with many households at once, each work on a page of its own."""
