"""One exception tree for "cannot go on": a stable code, one sentence, one next step (Bahasa Indonesia).

Raised with facts as keywords, never with prose: ``raise RootMissing(akar=path)``. The tree:

    KinerjaError
    ├── OfficeError      K1xx  the root, the marker, the service's own data
    ├── SettingsError    K2xx  Pengaturan.xlsx
    ├── PlanError        K3xx  Rencana Aksi
    ├── WorkbookError    K4xx  a file that is not a readable worksheet or document
    ├── CustodyError     K5xx  ledger, archive, disk
    ├── InstallError     K60x, K67x  the ribbon on this PC
    ├── RibbonError      K61x to K65x  a press of one of its buttons
    └── UsageError       K9xx  what was asked for cannot be done

Each branch is a module of its own. A worksheet that is readable but not right is no error: it gets ``Catatan``
values (domain/catatan.py).
"""

from __future__ import annotations

from kinerja_xl.errors.base import *
from kinerja_xl.errors.custody import *
from kinerja_xl.errors.document import *
from kinerja_xl.errors.install import *
from kinerja_xl.errors.office import *
from kinerja_xl.errors.plan import *
from kinerja_xl.errors.ribbon import *
from kinerja_xl.errors.settings import *
from kinerja_xl.errors.usage import *
from kinerja_xl.errors.workbook import *
