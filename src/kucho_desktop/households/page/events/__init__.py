"""What has happened to a household, told in small forms."""
