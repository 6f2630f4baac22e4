"""`python -m hwkcli`, and what the command `hwk` starts."""

import atexit
import gc
import os
import sys
from typing import NoReturn

from hwkcli import stopping


def main() -> NoReturn:
    """Run the command line, and end the process with its exit code. The interpreter does not take apart what is in
    memory first: that takes longer than many an answer, and up to 5 % of a call."""
    code = run()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        # The interpreter tells what it cannot write.
        sys.exit(code)
    atexit._run_exitfuncs()
    os._exit(code)


def run() -> int:
    """Run the command line: its exit code. Ctrl-C at any time gives 130 and says nothing more, and so do a terminal
    that hangs up and a request to terminate, with 128 and the number of the signal."""
    try:
        # A call is over before the collector of cycles finds anything; its runs would cost each start a little.
        gc.set_threshold(100_000)
        stopping.listen()
        try:
            from hwkcli.cli.app import app
            from hwkcli.streams import whole_stdout

            whole_stdout()
            app(prog_name="hwk")
        except Exception:
            # It may be what became of a signal to stop.
            stopping.heed()
            raise
    except KeyboardInterrupt:
        return 130
    except SystemExit as stop:
        # Typer exits with 1 when the reader of its help goes away, which is no error.
        if isinstance(stop.__context__, BrokenPipeError):
            return 0
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except OSError as error:
        from hwkcli.cli.conversation import say
        from hwkcli.errors import Exit, Message
        from hwkcli.failures import of_system
        from hwkcli.streams import STDOUT, silence

        if error.filename == STDOUT:
            silence(sys.stdout)
        say(of_system(error, "hwk", Message("try again")))
        return Exit.BAD_FILE
    return 0


if __name__ == "__main__":
    main()
