"""Copy a zip file with some members replaced or left out; every other member keeps even its compressed bytes."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping, Set

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")
_UTF8_NAME, _DESCRIPTOR = 0x800, 0x08
_LEVEL = 6


def copy_with(data: bytes, source: zipfile.ZipFile, replaced: Mapping[str, bytes],
              dropped: Set[str] = frozenset()) -> bytes:
    """Return the zip ``data`` (opened as ``source``) with the members of ``replaced`` exchanged and ``dropped`` gone.

    Order, names and times of the members stay. zipfile has no such copy: it would unpack and pack every picture again.
    """
    body, directory, count = bytearray(), bytearray(), 0
    for info in source.infolist():
        if info.filename in dropped:
            continue
        content = replaced.get(info.filename)
        if content is None:
            packed, crc, size, method = _packed(data, info), info.CRC, info.file_size, info.compress_type
        else:
            packed, crc, size, method = _deflate(content), zlib.crc32(content), len(content), zipfile.ZIP_DEFLATED
        flags = info.flag_bits & ~_DESCRIPTOR
        name = info.orig_filename.encode("utf-8" if flags & _UTF8_NAME else "cp437")
        year, month, day, hour, minute, second = info.date_time
        common = (flags, method, hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day,
                  crc, len(packed), size, len(name))
        directory += _CENTRAL.pack(b"PK\x01\x02", info.create_system << 8 | 20, 20, *common, 0, 0, 0,
                                   info.internal_attr, info.external_attr, len(body)) + name
        body += _LOCAL.pack(b"PK\x03\x04", 20, *common, 0) + name + packed
        count += 1
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def _packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The compressed bytes of a member: they follow its local header, whose name and extra field vary in length."""
    header = _LOCAL.unpack_from(data, info.header_offset)
    start = info.header_offset + _LOCAL.size + header[-2] + header[-1]
    return data[start:start + info.compress_size]


def _deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()
