"""Lines of bash, run as a user types them."""

import os
import subprocess


def shell(line: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """What comes of a line, in the environment of the tests with some more."""
    return subprocess.run(
        ["/bin/bash", "-c", line],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LANG": "C.UTF-8", **environment},
    )
