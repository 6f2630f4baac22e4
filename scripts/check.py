"""Run every check of the project: lint, format, types, rooms, tests with coverage. Stops at the first that fails.

python scripts/check.py
python scripts/check.py --quick
python scripts/check.py --long

With --quick the tests that take some seconds each are left out, and coverage is not measured: two minutes. With --long
there are also those that take minutes each: thousands of spoiled data files, tables of a million rows, Spark.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)
ON_ALL_CORES = ("pytest", "-q", "-n", "auto", "--dist", "worksteal")
"""Tests of a file run in one process as far as they can, which prepares for them once."""
QUICK = (*ON_ALL_CORES, "-m", "not slow and not long and not spark")
TESTS = (*ON_ALL_CORES, "-m", "not long and not spark", "--cov", "--cov-report=term:skip-covered")
LONG = (*ON_ALL_CORES, "-m", "long or spark")
"""The test with Spark is skipped where there is none."""


def main() -> int:
    """Run the checks in this environment; 0 if all pass."""
    tests = (QUICK,) if "--quick" in sys.argv[1:] else (TESTS, LONG) if "--long" in sys.argv[1:] else (TESTS,)
    for check in (*CHECKS, *tests):
        print(f"$ {' '.join(check)}", flush=True)
        program, *words = check
        # Each is a program of this environment, also where that is not activated.
        if code := subprocess.run([Path(sys.executable).with_name(program), *words], cwd=ROOT, check=False).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
