"""On a network disk the service polls, for such a share sends no events; everywhere else the system wakes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xl.kantor.waking import needs_polling


@pytest.mark.parametrize(("kind", "polls"), [("ext4", False), ("tmpfs", False), ("cifs", True), ("nfs4", True),
                                             ("fuse.sshfs", True)])
def test_a_root_on_a_network_disk_is_polled(tmp_path: Path, kind: str, polls: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n//peladen/bagi {tmp_path} {kind} rw 0 0\n", encoding="utf-8")
    (tmp_path / "Kinerja").mkdir()
    assert needs_polling(tmp_path / "Kinerja", mounts) is polls


def test_where_the_mounts_cannot_be_read_polling_is_the_safe_way(tmp_path: Path) -> None:
    assert needs_polling(tmp_path, tmp_path / "tidak ada")
