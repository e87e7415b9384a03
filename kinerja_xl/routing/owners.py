"""Which account a file belongs to: whoever saved it last, since Excel and LibreOffice write a new file at each saving.

A move on one volume keeps the owner, so that a worksheet which was merely moved still belongs to the service.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _FILE, _OWNER = 1, 1  # SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION (accctrl.h, winnt.h)
    _LONGEST = 256

    def owner_of(path: Path) -> str:
        """Return ``DOMAIN\\account``; raises OSError."""
        advapi, kernel = ctypes.WinDLL("advapi32"), ctypes.WinDLL("kernel32")
        sid, descriptor = ctypes.c_void_p(), ctypes.c_void_p()
        failed = advapi.GetNamedSecurityInfoW(str(path), _FILE, _OWNER, ctypes.byref(sid), None, None, None,
                                              ctypes.byref(descriptor))
        if failed:
            raise OSError(None, "owner", str(path), failed)
        name, domain = ctypes.create_unicode_buffer(_LONGEST), ctypes.create_unicode_buffer(_LONGEST)
        sizes = [wintypes.DWORD(_LONGEST), wintypes.DWORD(_LONGEST)]
        kind = wintypes.DWORD()
        try:
            known = advapi.LookupAccountSidW(None, sid, name, ctypes.byref(sizes[0]), domain, ctypes.byref(sizes[1]),
                                             ctypes.byref(kind))
        finally:
            kernel.LocalFree(descriptor)
        return f"{domain.value}\\{name.value}" if known else "akun yang tidak dikenal"
else:
    import pwd

    def owner_of(path: Path) -> str:
        """Return the account's name, its number where the system knows no name; raises OSError."""
        uid = os.lstat(path).st_uid
        try:
            return pwd.getpwuid(uid).pw_name
        except KeyError:
            return f"nomor {uid}"
