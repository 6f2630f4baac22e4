"""Run every check of the project: lint, format, types, rooms, tests with coverage. Stops at the first that fails.

python scripts/check.py
python scripts/check.py --slow

With --slow also the tests that take their time (minutes each): thousands of spoiled data files, large tables, Spark.
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
    ("pytest", "-n", "auto", "-m", "not slow and not spark", "--cov", "--cov-report=term"),
)
SLOW = ("pytest", "-n", "auto", "-m", "slow or spark")
"""The test with Spark is skipped where there is none."""


def main() -> int:
    """Run the checks in this environment; 0 if all pass."""
    for check in (*CHECKS, SLOW) if "--slow" in sys.argv[1:] else CHECKS:
        print(f"$ {' '.join(check)}", flush=True)
        program, *words = check
        # Each is a program of this environment, also where that is not activated.
        if code := subprocess.run([Path(sys.executable).with_name(program), *words], cwd=ROOT, check=False).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
