"""What the service writes on the sheet Disposisi for the role that gets the worksheet."""

from __future__ import annotations

from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.domain.sop.acts import SERAHAN, JenisPeristiwa, Keadaan, Peristiwa
from kinerja_xl.domain.sop.deadlines import rencana, tenggat
from kinerja_xl.domain.sop.disposisi import IsiDisposisi
from kinerja_xl.domain.sop.jabatan import official_title, title_of, told_pejabat
from kinerja_xl.domain.sop.riwayat_berkas import history_row
from kinerja_xl.domain.sop.sop import next_kegiatan
from kinerja_xl.kantor.office import Kantor


def make_slip(kantor: Kantor, keadaan: Keadaan, act: Peristiwa) -> IsiDisposisi:
    """Return the slip after ``act`` (not yet recorded) has brought the berkas to ``keadaan``.

    Its code is that of the row which handed the worksheet over, also where the worksheet was given back since: the
    paper that its holder may have to sign bears the same.
    """
    pengaturan = kantor.pengaturan
    awaited = next_kegiatan(keadaan.status)
    handed = [p for p in (*kantor.about(keadaan.berkas), act) if p.jenis in SERAHAN]
    last = [p for p in handed if p.jenis is not JenisPeristiwa.TERBIT_ULANG][-1]
    instruksi = f"Kegiatan {awaited.nomor}: {awaited.uraian}." if awaited else "Berkas sudah selesai."
    if handed[-1] is not last:  # the same work, on a worksheet that a later plan made anew
        instruksi += f" {handed[-1].isi['catatan']}"
    return IsiDisposisi(
        keadaan.berkas, keadaan.periode, keadaan.bidang, keadaan.sub_bidang,
        pengaturan.unit_name(keadaan.bidang, keadaan.sub_bidang), keadaan.versi, keadaan.status, keadaan.putaran,
        told_pejabat(last.isi), title(kantor, keadaan.pemegang), keadaan.diterima,
        tenggat(keadaan.status, keadaan.diterima, keadaan.periode, pengaturan),
        rencana(keadaan.status, keadaan.periode, pengaturan),
        instruksi, str(last.isi["catatan"]), tuple(map(history_row, handed)), handed[-1].kode,
        pengaturan.kebijakan.bukti_wajib, pengaturan.kebijakan.menolak)


def title(kantor: Kantor, pelaksana: Pelaksana | None) -> str:
    """Return a role as people know it: the official's name and post, or the folder of a vacant post."""
    if pelaksana is None:
        return "Arsip"
    pejabat = kantor.pejabat(pelaksana)
    if pejabat is None:
        return kantor.pengaturan.folder(pelaksana).replace("/", " – ")
    return f"{pejabat.nama} ({official_title(pejabat, title_of(kantor.pengaturan, pelaksana))})"


def role_name(kantor: Kantor, pelaksana: Pelaksana) -> str:
    """Return the role's title in this office: ``Kasubid``, ``Kasubag``, ``Kasubag Perencanaan``."""
    if pelaksana.peran is Peran.PERENCANAAN or pelaksana.bidang is None:
        return Peran.PERENCANAAN.value
    return kantor.pengaturan.bidang(pelaksana.bidang).sebutan(pelaksana)
