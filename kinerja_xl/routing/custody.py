"""Custody of one office: what kantor needs of disk, ledger and settling, in the order of one pass.

    custody = Custody(root, data, tenang=3.0)
    custody.begin_pass()                                    # root there? unfinished steps first
    scan = custody.scan(folders.inboxes)
    for found in scan.readable:
        taken = custody.take(found)                         # None: changed meanwhile, or busy
        isi = custody.read(taken, read_worksheet) if taken else None  # None: may still be copying
        ...                                                 # -> Fakta -> plan() -> events and steps
    custody.commit(daftar_peristiwa, [steps.place(...), steps.remove(...)])
    custody.publish()
    custody.wait                                            # seconds until something may have settled, None = nothing
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.acts import Peristiwa
from kinerja_xl.domain.sop.sop import Jalan
from kinerja_xl.errors import DiskFailed, LedgerOutdated, MirrorBroken, OfficeError, OtherOffice
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.lease import Lease, Penyewa
from kinerja_xl.routing.ledger import ledger
from kinerja_xl.routing.ledger.backup import back_up
from kinerja_xl.routing.ledger.ledger import Ledger
from kinerja_xl.routing.ledger.mirror import Mirror
from kinerja_xl.routing.ledger.published import last_published
from kinerja_xl.routing.looking import Looking, Scan
from kinerja_xl.routing.marker import new_office_id, read_marker
from kinerja_xl.routing.operations import Fault
from kinerja_xl.routing.steps import Step, StepKind, apply_step

STORE = "titipan"
OFFICE_ID = "kantor"
"""Key of the office id among the ledger's facts."""
AKAR = "akar"
"""Key of the root that was served last."""
PENYEWA = "penyewa"
"""Key of the id by which the lease knows this data folder."""


class Custody(Looking):
    """What is looked at and kept of one office: its folders, disk, ledger, mirror, lease and backup."""

    def __init__(self, root: Path, data: Path, *, tenang: float = 3.0, fault: Fault | None = None,
                 clock: Callable[[], float] = time.monotonic, pause: Callable[[float], None] = time.sleep) -> None:
        super().__init__(root, Disk(data / STORE, fault=fault, pause=pause), tenang, clock)
        self.data = data
        self.ledger = Ledger(data / ledger.NAME, fault=fault)
        self._mirror = Mirror(self.ledger, self.disk, root)
        self._stuck: set[int] = set()
        self._lease: Lease | None = None
        self._backed_up = ""  # the head of the chain that the backup has

    def begin_pass(self) -> None:
        """Check that this is the office's root and redo what is unfinished; OfficeError where the root is not there."""
        if read_marker(self.root) != self.ledger.get_meta(OFFICE_ID):
            raise OtherOffice(akar=self.root, data=self.data)
        self.hold_lease()
        self.problems, self.wait, self._stuck = [], None, set()
        self.finish_steps()

    def hold_lease(self) -> None:
        """Take, keep or renew the root's lease; LeaseHeld where another data folder has it, LedgerOutdated."""
        if self._lease is None:
            self._lease = Lease(self.root, self.disk, self.tenant())
            if self.ledger.get_meta(AKAR) != str(self.root.absolute()):
                self.ledger.set_meta(AKAR, str(self.root.absolute()))
        self._lease.hold(self._check_up_to_date)

    def take_over_lease(self) -> None:
        """Make this data folder the one that serves the office; DiskFailed where the root cannot be written to."""
        Lease(self.root, self.disk, self.tenant()).take_over()

    def tenant(self) -> Penyewa:
        """Return this data folder as the lease names it; its id is made where the ledger has none yet."""
        pengenal = self.ledger.get_meta(PENYEWA)
        if pengenal is None:
            pengenal = new_office_id()
            self.ledger.set_meta(PENYEWA, pengenal)
        return Penyewa(platform.node(), str(self.data.absolute()), pengenal)

    def _check_up_to_date(self) -> None:
        try:
            last = last_published(self.root)
        except (DiskFailed, MirrorBroken, OSError):  # no right to it now, or somebody edited it: publishing tells
            return
        if last is not None and self.ledger.chain_at(last[0]) != last[1]:
            raise LedgerOutdated(akar=self.root, data=self.data, nomor=last[0])

    def scan(self, inboxes: Mapping[str, tuple[Pelaksana, Jalan]]) -> Scan:
        """Return what lies in the folders; files that an unfinished step still has to remove are left out."""
        return self.look(inboxes, {open_step.step.path for open_step in self.ledger.open_steps()
                                   if open_step.step.kind is StepKind.REMOVE})

    def commit(self, daftar_peristiwa: Iterable[Peristiwa], steps: Sequence[Step] = ()) -> tuple[Peristiwa, ...]:
        """Return the events as written: durable, and their steps done or what stopped them in ``problems``.

        Raises CustodyError where nothing was written; then the files are where they were.
        """
        self._keep_contents(steps)
        self.disk.flush()
        written = self.ledger.append(daftar_peristiwa, steps)
        self.finish_steps()
        return written

    def _keep_contents(self, steps: Sequence[Step]) -> None:
        peeked = self.peeked()
        for step in steps:
            if step.kind in (StepKind.PLACE, StepKind.ARCHIVE, StepKind.HOLD) and step.sha256 in peeked:
                self.disk.put_store(peeked[step.sha256])

    def finish_steps(self) -> None:
        """Do the unfinished steps; after one that fails, the rest of its event waits for the next pass."""
        done = []
        for open_step in self.ledger.open_steps():
            if open_step.kelompok in self._stuck:
                continue
            try:
                apply_step(open_step.step, self.disk, self.root)
            except (DiskFailed, OfficeError) as error:
                self.problems.append(error)
                self._stuck.add(open_step.kelompok)
            else:
                done.append(open_step.nomor)
        if done:
            self._mark_done(done)

    def _mark_done(self, done: Sequence[int]) -> None:
        """What cannot be made durable or taken off the journal now is done once more later; nothing else is stopped.

        Above all not whoever has just written an event: it stands in the ledger and must be taken in.
        """
        try:
            self.disk.flush()
            self.ledger.mark_done(done)
        except DiskFailed as error:
            self.problems.append(error)

    def publish(self) -> None:
        """Bring Arsip/Jejak up to the ledger; a share that fails now is served by the next pass."""
        try:
            self._mirror.publish()
            self.disk.flush()
        except (DiskFailed, OfficeError) as error:
            self.problems.append(error)

    def raise_problem(self) -> None:
        """Raise the first disk failure of the present pass, for a command that cannot wait for the next one."""
        if self.problems:
            raise self.problems[0]

    def back_up(self) -> None:
        """Bring the ledger's backup up to date; a disk that fails now is told and served by the next pass."""
        head = self.ledger.head[1]
        if head == self._backed_up:
            return
        try:
            back_up(self.ledger, self.disk, self.data)
            self._backed_up = head
        except DiskFailed as error:
            self.problems.append(error)

    def close(self) -> None:
        """Give back the lease and close the ledger."""
        if self._lease is not None:
            self._lease.release()
        self.ledger.close()
