"""The office's logo: whether a picture can stand on its papers."""

from __future__ import annotations

import struct

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

MAX_LOGO = 1024 * 1024
_MAX_SIDE = 5000  # pixels: a small file can unfold into a picture that no PC can hold
_END = {"image/png": b"IEND", "image/jpeg": b"\xff\xd9"}
_TAIL = 1024


def logo_fault(data: bytes) -> str:
    """Return why a content cannot be the logo, "" where it is a whole PNG or JPG of reasonable size."""
    try:
        picture = Image.from_blob(data)
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, struct.error, KeyError):
        return "berkas itu bukan gambar PNG atau JPG yang dapat dibaca."
    if picture.content_type not in _END:
        return "berkas itu bukan gambar PNG atau JPG."
    if _END[picture.content_type] not in data[-_TAIL:]:
        return "gambarnya terpotong; salin ulang berkas itu."
    if not (0 < picture.px_width <= _MAX_SIDE and 0 < picture.px_height <= _MAX_SIDE):
        return f"sisi gambarnya lebih dari {_MAX_SIDE} piksel."
    return ""
