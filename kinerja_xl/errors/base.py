"""The root of the tree: a stable code, one sentence, one next step (Bahasa Indonesia)."""

from __future__ import annotations

from typing import ClassVar


class KinerjaError(Exception):
    """Something that stops the work; ``fakta`` fill the class's two sentence patterns."""

    code: ClassVar[str] = "K000"
    pattern: ClassVar[str] = "Terjadi gangguan yang tidak dikenal."
    hint: ClassVar[str] = "Jalankan perintah sekali lagi; bila berulang, kirim berkas log kepada pengelola."

    def __init__(self, **fakta: object) -> None:
        self.fakta = fakta
        super().__init__(self.pesan)

    @property
    def pesan(self) -> str:
        """What is wrong, naming the file, sheet or cell; formal Bahasa Indonesia."""
        return self.pattern.format(**self.fakta)

    @property
    def petunjuk(self) -> str:
        """The one next step for the person who reads it."""
        return self.hint.format(**self.fakta)
