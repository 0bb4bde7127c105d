"""Forms and lists that go out and come back, entered in walking order."""
