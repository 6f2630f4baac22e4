"""What scripts/readme.py writes into the documents: the output of examples, and what the code and the data know."""

import sys
from pathlib import Path

# The package beside the scripts, not another one that may be installed.
sys.path.insert(0, str(Path(__file__).parent.parent.parent))
