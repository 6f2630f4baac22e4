"""A shell on a terminal, into which a test types."""

import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

BIN = Path(sys.executable).parent
SHELLS = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
    "fish": ["--no-config", "-i"],
}
_START = {
    # A prompt that is known, no colours, no paging of long lists.
    "bash": "PS1='> '; bind 'set enable-bracketed-paste off'; bind 'set page-completions off'\n",
    "zsh": "PROMPT='> '; unsetopt zle_bracketed_paste prompt_sp; LISTMAX=1000; autoload -Uz compinit; compinit -D -u\n",
    "fish": "function fish_prompt; echo -n '> '; end; set -g fish_color_normal normal; set -g fish_greeting\n",
}
_CODES = re.compile(r"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b[=>78]|\r")


class Shell:
    """An interactive shell: what is typed goes in, what it shows comes out."""

    def __init__(self, main: int) -> None:
        self.main = main

    def typed(self, text: str, until: str, seconds: float = 20) -> str:
        """Type a text, and give what the shell shows from then on, up to a text that must appear."""
        os.write(self.main, text.encode())
        seen, end = "", time.monotonic() + seconds
        while until not in _CODES.sub("", seen) and time.monotonic() < end:
            if select.select([self.main], [], [], 0.1)[0]:
                try:
                    seen += os.read(self.main, 65536).decode(errors="replace")
                except OSError:
                    break
        shown = _CODES.sub("", seen)
        assert until in shown, (until, shown)
        return shown

    def line(self, text: str) -> list[str]:
        """Type the beginning of a line and the Tab key, let the shell say the words of the line, and drop it."""
        # The shell itself says what the words are.
        shown = self.typed(f"{text}\t\x01said \x05\n", "<end>")
        return re.findall("‹([^›]*)›", shown.partition("<begin>")[2].partition("<end>")[0])


@contextmanager
def shell(name: str, setup: Sequence[str] = (), **environ: str) -> Iterator[Shell]:
    """A shell on a terminal of its own, in which `hwk` is found."""
    where = shutil.which(name)
    assert where
    known = {"PATH": f"{BIN}:/usr/bin:/bin", "PYTHONPATH": os.environ["PYTHONPATH"]}
    known |= {"TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"} | environ
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    process = subprocess.Popen(
        [where, *SHELLS[name]],
        stdin=side,
        stdout=side,
        stderr=side,
        env=known,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    os.close(side)
    try:
        opened = Shell(main)
        opened.typed(_START[name] + "echo shell''-begins\n", "shell-begins")
        for line in setup:
            opened.typed(f"{line}\necho shell''-begins\n", "shell-begins")
        yield opened
    finally:
        process.kill()
        process.wait()
        os.close(main)
