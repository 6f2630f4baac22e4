"""Compile the national tables when the package is built, by Hatchling: into the wheel, or beside the tables."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Compile(BuildHookInterface[Any]):
    """Puts the compiled store into a wheel. An editable install gets it beside the tables, as a checkout does."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the tables, before the files of the build are collected."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from hwkcli.gazetteer.store import build
        from hwkcli.gazetteer.store.freshness import STORE

        data = root / "data"
        if version == "editable":
            build.write(data, data / STORE)
            return
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name) / "gazetteer.sqlite"
        build.write(data, file)
        build_data["force_include"][str(file)] = f"hwkcli/data/{STORE.as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was compiled aside."""
        if version != "editable":
            self.folder.cleanup()
