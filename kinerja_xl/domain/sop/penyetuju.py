"""Who may approve: somebody, and not he who sent it himself, unless he holds both posts (contract section 4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.jabatan import official_title, orang_of, title_of
from kinerja_xl.domain.sop.sop import KEGIATAN, Kegiatan, Status, Tindakan, place

_DIPERIKSA: Mapping[Tindakan, tuple[Status, ...]] = {
    Tindakan.SETUJUI: (Status.DIAJUKAN,),
    Tindakan.REKOMENDASIKAN: (Status.DISETUJUI, Status.DITERIMA_PERENCANAAN),
}
"""The acts that approve, and the statuses whose bringers are not to do them."""
_PERBUATAN = {Tindakan.SETUJUI: "menyetujui", Tindakan.REKOMENDASIKAN: "merekomendasikan"}


def check_vacant(pengaturan: Pengaturan, kegiatan: Kegiatan, pelaksana: Pelaksana, hari: date, letak: Letak, *,
                 always: bool = False) -> Iterator[Catatan]:
    """Yield C509 where nobody holds the post of ``pelaksana`` on that day: an approval would be nobody's.

    With ``always`` for any act: where the account of the official is to be checked, somebody must have one.
    """
    if pengaturan.pejabat(pelaksana, hari) is None and (always or kegiatan.tindakan in _PERBUATAN):
        yield catat("C509", letak, jabatan=title_of(pengaturan, pelaksana), folder=kegiatan.jalan,
                    perbuatan=_PERBUATAN.get(kegiatan.tindakan, "meneruskan atau mengembalikan"))


def check_approver(pengaturan: Pengaturan, keadaan: Keadaan, kegiatan: Kegiatan, pelaksana: Pelaksana, hari: date,
                   letak: Letak) -> Iterator[Catatan]:
    """Yield C503 where the official of ``pelaksana`` on that day sent the berkas himself from a post he left."""
    pejabat = pengaturan.pejabat(pelaksana, hari)
    orang = orang_of(pejabat)
    for status in _DIPERIKSA.get(kegiatan.tindakan, ()):
        sender = _sender_post(status, keadaan)
        pengirim = keadaan.pengirim.get(status)
        if pejabat is None or pengirim is None or not orang.is_same(pengirim):
            continue
        now = pengaturan.pejabat(sender, hari)
        if orang.is_same(orang_of(now)):
            continue  # both posts are his today: the act is marked rangkap jabatan
        post, sent_as = (title_of(pengaturan, p) for p in (pelaksana, sender))
        again = f"{now.nama} ({official_title(now, sent_as)})" if now else f"pejabat baru pada jabatan {sent_as}"
        yield catat("C503", letak, nama=pejabat.nama, sebagai=sent_as, perbuatan=_PERBUATAN[kegiatan.tindakan],
                    jabatan=post, lagi=again)
        return


def _sender_post(status: Status, keadaan: Keadaan) -> Pelaksana:
    """The post whose forward act brings a berkas to a status."""
    peran = next(row.peran for row in KEGIATAN if row.maju and row.ke is status and row.peran)
    return place(peran, keadaan.bidang, keadaan.sub_bidang)
