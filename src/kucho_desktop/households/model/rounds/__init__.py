"""Forms and lists that go out to be answered."""
