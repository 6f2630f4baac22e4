"""`python -m hwkcli`, and what the command `hwk` starts."""

import gc
import signal
import sys
from types import FrameType


def main() -> None:
    """Run the command line and exit with its code; Ctrl-C at any time exits with 130 and says nothing more, and so do
    a terminal that hangs up and a request to terminate, with 128 and the number of the signal."""
    try:
        # A call is over before the collector of cycles finds anything; its runs would cost each start a little.
        gc.set_threshold(100_000)
        _clean_up_when_told_to_stop()
        from hwkcli.cli.app import app
        from hwkcli.streams import whole_stdout

        whole_stdout()
        app(prog_name="hwk")
    except KeyboardInterrupt:
        sys.exit(130)
    except SystemExit as stop:
        # Typer exits with 1 when the reader of its help goes away, which is no error.
        sys.exit(0 if isinstance(stop.__context__, BrokenPipeError) else stop.code)
    except OSError as error:
        from hwkcli.cli.conversation import say
        from hwkcli.errors import Exit, Message
        from hwkcli.failures import of_system
        from hwkcli.streams import STDOUT, silence

        if error.filename == STDOUT:
            silence(sys.stdout)
        say(of_system(error, "hwk", Message("try again")))
        sys.exit(Exit.BAD_FILE)
    finally:
        # The interpreter looks for cycles once more when it ends; there is nothing left that needs to be found.
        gc.freeze()


def _clean_up_when_told_to_stop() -> None:
    """Let SIGTERM and SIGHUP end the process by an exit, so that files in the making are removed; not where they are
    ignored, as `nohup` does it."""
    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]

    def stop(number: int, frame: FrameType | None) -> None:
        for one in signals:
            signal.signal(one, signal.SIG_IGN)
        raise SystemExit(128 + number)

    for one in signals:
        if signal.getsignal(one) is signal.SIG_DFL:
            signal.signal(one, stop)


if __name__ == "__main__":
    main()
