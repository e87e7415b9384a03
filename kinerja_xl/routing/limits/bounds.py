"""What a process may use that reads other people's files: it sets these bounds on itself, where the system has them."""

from __future__ import annotations

import contextlib
import math
import sys
import time

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 5

if sys.platform == "win32":

    def bound_process() -> None:
        """Windows has no such bounds; whoever asks ends a process that is too slow."""

    def bound_time() -> None:
        """Windows has no such bounds."""

else:
    import resource

    def bound_process() -> None:
        """Bound memory for good, and take away what reading bytes never needs: files, sockets, processes, dumps.

        To be called when everything is imported: afterwards no file can be opened any more.
        """
        for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0),
                           (resource.RLIMIT_NOFILE, 0), (resource.RLIMIT_NPROC, 0)):
            with contextlib.suppress(ValueError, OSError):  # a system that bounds it lower already
                resource.setrlimit(kind, (most, most))

    def bound_time() -> None:
        """Give the process ``CPU_SECONDS`` from now on; at the end of them the system ends it."""
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + CPU_SECONDS, most))
