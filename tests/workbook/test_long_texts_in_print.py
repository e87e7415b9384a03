"""Long notes, long names and long remarks on the two service sheets are printed whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lembar_jadi import make_worksheet
from lembar_uji import catatan, isi_disposisi
from pages import Temuan, judge_files

from kinerja_xl.workbook.service.service_sheets import update_service_sheets

NAME = ("Dr. H. Muhammad Amin Syamsuddin Daeng Ngitung, S.Sos., M.Si. "
        "(Plt. Kepala Bidang Perlindungan dan Jaminan Sosial)")
NOTE = ("Realisasi belum memuat 22 penerima permakanan di Kecamatan Tamalatea bulan Maret. Lengkapi angkanya, "
        "daftarkan berita acara penyalurannya sebagai bukti, dan jelaskan selisihnya dengan rekapitulasi bidang. ") * 7
REMARK = f"Keterangan memuat {NOTE}"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Temuan]:
    isi = isi_disposisi(5)
    rows = [replace(baris, pejabat=NAME, tujuan=NAME, catatan=NOTE if n == 2 else "")
            for n, baris in enumerate(isi.daftar_riwayat)]
    isi = replace(isi, dari=NAME, kepada=NAME, catatan_pengirim=NOTE, daftar_riwayat=tuple(rows))
    path = tmp_path_factory.mktemp("panjang") / "Lembar Kerja.xlsx"
    path.write_bytes(update_service_sheets(make_worksheet(), isi, [catatan(pesan=REMARK), catatan("N9")]))
    return judge_files([path])


def test_no_text_of_a_worksheet_is_cut_in_print(found: list[Temuan]) -> None:
    assert found == []
