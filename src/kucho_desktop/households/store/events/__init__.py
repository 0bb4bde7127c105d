"""What happens to a household in a year, each as one step."""
