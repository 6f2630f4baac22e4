"""`python -m hwkcli`, and what the command `hwk` starts."""

import gc
import sys


def main() -> None:
    """Run the command line and exit with its code; Ctrl-C at any time exits with 130 and says nothing more."""
    # A call is over before the collector of cycles finds anything; its runs would cost each start a little.
    gc.set_threshold(100_000)
    try:
        from hwkcli.cli.app import app

        app(prog_name="hwk")
    except KeyboardInterrupt:
        sys.exit(130)
    except SystemExit as stop:
        # Typer exits with 1 when the reader of its help goes away, which is no error.
        sys.exit(0 if isinstance(stop.__context__, BrokenPipeError) else stop.code)
    except OSError as error:
        from hwkcli.cli.lazy import say
        from hwkcli.errors import Exit
        from hwkcli.streams import silence

        silence(sys.stdout)
        say(f"standard output: {error.strerror}; free some space or write elsewhere")
        sys.exit(Exit.BAD_FILE)


if __name__ == "__main__":
    main()
