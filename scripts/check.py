"""Run every check of the project: lint, format, types, tests with coverage. Stops at the first that fails.

python scripts/check.py
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
    # Those that take their time; the one with Spark is skipped where there is none.
    ("pytest", "-n", "auto", "-m", "slow or spark"),
)


def main() -> int:
    """Run the checks in this environment; 0 if all pass."""
    for check in CHECKS:
        print(f"$ {' '.join(check)}", flush=True)
        program, *words = check
        # Each is a program of this environment, also where that is not activated.
        if code := subprocess.run([Path(sys.executable).with_name(program), *words], cwd=ROOT, check=False).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
