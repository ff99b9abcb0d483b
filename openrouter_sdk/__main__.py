"""``python -m openrouter_sdk``: the console command `openrouter`."""

from __future__ import annotations

from .custom.cli import main

if __name__ == "__main__":
    main()
