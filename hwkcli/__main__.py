"""`python -m hwkcli`, and what the command `hwk` starts."""

import gc
import sys


def main() -> None:
    """Run the command line and exit with its code; Ctrl-C at any time exits with 130 and says nothing more."""
    gc.set_threshold(100_000)
    try:
        from hwkcli.cli import app

        app(prog_name="hwk")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
