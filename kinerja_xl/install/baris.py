"""One line of the diagnosis ``kinerja periksa-pc``."""

from __future__ import annotations

from dataclasses import dataclass

PASANG = "Jalankan: kinerja pasang"


@dataclass(frozen=True)
class Baris:
    """What was looked at, what was found, and how to mend it where it is not right."""

    nama: str
    keadaan: str
    langkah: str = ""

    @property
    def baik(self) -> bool:
        """Whether nothing has to be mended."""
        return not self.langkah
