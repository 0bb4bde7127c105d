"""Start with `python -m kucho_desktop`."""

import sys

from kucho_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
