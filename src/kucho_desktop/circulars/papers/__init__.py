"""The papers of the letters, requests and deliveries."""

from kucho_desktop.circulars.papers.letters import letter_register, open_letters

__all__ = ["letter_register", "open_letters"]
