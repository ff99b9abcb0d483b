"""The version of the SDK; the packaging reads it from here."""

__version__ = "0.1.0"
