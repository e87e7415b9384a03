"""Who may approve: not from a vacant post, and not what one sent oneself from a post one left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from laporan_uji import pengaturan
from periksa_uji import ROW

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.office import Pejabat, Pengaturan
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana, Peran
from kinerja_xl.domain.sop.acts import Keadaan, Orang
from kinerja_xl.domain.sop.penyetuju import check_approver, check_vacant
from kinerja_xl.domain.sop.sop import Status, Tindakan

HARI, TEMPAT = date(2026, 4, 14), Letak("Disposisi", "D18")
KABID, KASUBID = Pelaksana(Peran.KABID, "LINJAMSOS"), Pelaksana(Peran.KASUBID, "LINJAMSOS")
BUDI, SITI = ("198001012005011010", "Budi"), ("198505052010052001", "Siti")
SETUJUI, REKOMENDASIKAN, SERAHKAN = ROW[Tindakan.SETUJUI], ROW[Tindakan.REKOMENDASIKAN], ROW[Tindakan.SERAHKAN_BAHAN]


def office(*posts: tuple[Pelaksana, tuple[str, str]]) -> Pengaturan:
    people = tuple(Pejabat(nama, nip, post.peran, post.bidang, None) for post, (nip, nama) in posts)
    return replace(pengaturan(), daftar_pejabat=people)


def berkas(status: Status, **pengirim: tuple[str, str]) -> Keadaan:
    return Keadaan("2026-TW1-LINJAMSOS", Periode(2026, 1), "LINJAMSOS", None, status, 3, 1, datetime(2026, 4, 10), "",
                   frozenset(), pengirim={Status[name]: Orang(*who) for name, who in pengirim.items()})


def approver(settings: Pengaturan, keadaan: Keadaan, tindakan: Tindakan = Tindakan.SETUJUI,
             post: Pelaksana = KABID) -> list[Catatan]:
    return list(check_approver(settings, keadaan, ROW[tindakan], post, HARI, TEMPAT))


def test_who_sent_it_from_a_post_he_left_may_not_approve() -> None:
    (said,) = approver(office((KABID, BUDI), (KASUBID, SITI)), berkas(Status.DIAJUKAN, DIAJUKAN=BUDI))
    assert (said.kode, said.sel) == ("C503", "D18")
    assert said.pesan.startswith("Budi")
    assert "menyetujui" in said.pesan
    assert "Siti (" in said.pesan
    (vacant,) = approver(office((KABID, BUDI)), berkas(Status.DIAJUKAN, DIAJUKAN=BUDI))
    assert "pejabat baru pada jabatan" in vacant.pesan


def test_another_official_may_and_he_may_who_holds_both_posts_today() -> None:
    sent = berkas(Status.DIAJUKAN, DIAJUKAN=SITI)
    assert approver(office((KABID, BUDI), (KASUBID, SITI)), sent) == []
    assert approver(office((KABID, SITI), (KASUBID, SITI)), sent) == []


def test_where_nobody_holds_the_post_or_nobody_is_known_to_have_sent_it_nothing_is_said() -> None:
    assert approver(office((KASUBID, SITI)), berkas(Status.DIAJUKAN, DIAJUKAN=SITI)) == []
    assert approver(office((KABID, BUDI)), berkas(Status.DIAJUKAN)) == []


def test_a_recommendation_is_kept_from_who_approved_and_from_who_handed_it_over() -> None:
    for sent in (berkas(Status.DITERIMA_PERENCANAAN, DISETUJUI=BUDI),
                 berkas(Status.DITERIMA_PERENCANAAN, DITERIMA_PERENCANAAN=BUDI)):
        (said,) = approver(office((PERENCANAAN, BUDI)), sent, Tindakan.REKOMENDASIKAN, PERENCANAAN)
        assert "merekomendasikan" in said.pesan
    before = berkas(Status.DITERIMA_PERENCANAAN, DIAJUKAN=BUDI)
    assert approver(office((PERENCANAAN, BUDI)), before, Tindakan.REKOMENDASIKAN, PERENCANAAN) == []


def test_acts_that_approve_nothing_are_open_to_the_sender() -> None:
    sent = berkas(Status.DIPERINTAHKAN, DIPERINTAHKAN=BUDI)
    assert approver(office((KABID, BUDI)), sent, Tindakan.SERAHKAN_BAHAN) == []


@pytest.mark.parametrize(("kegiatan", "always", "kode"), [
    (SETUJUI, False, ["C509"]), (REKOMENDASIKAN, False, ["C509"]), (SERAHKAN, False, []), (SERAHKAN, True, ["C509"])])
def test_nobody_approves_from_a_vacant_post(kegiatan, always: bool, kode: list[str]) -> None:  # type: ignore[no-untyped-def]
    found = list(check_vacant(office(), kegiatan, KABID, HARI, TEMPAT, always=always))
    assert [catatan.kode for catatan in found] == kode
    assert list(check_vacant(office((KABID, BUDI)), kegiatan, KABID, HARI, TEMPAT, always=always)) == []
