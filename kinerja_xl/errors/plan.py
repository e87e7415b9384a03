"""K3xx: Rencana Aksi."""

from __future__ import annotations

from kinerja_xl.errors.base import KinerjaError


class PlanError(KinerjaError):
    """The Rencana Aksi cannot be used."""


class PlanInvalid(PlanError):
    """The plan was read, and some values are not acceptable."""

    code = "K301"
    pattern = "Berkas {berkas} belum benar: {jumlah} hal perlu diperbaiki. {rincian}"
    hint = "Perbaiki sel yang disebutkan, simpan, lalu salin lagi ke Perencanaan/Masuk."


class PlanEmpty(PlanError):
    """The plan in force has no indicator."""

    code = "K302"
    pattern = "Rencana Aksi {tahun} belum berisi indikator."
    hint = "Isi lembar Indikator dan Program, lalu salin berkasnya ke Perencanaan/Masuk."


class PlanMissing(PlanError):
    """No plan is in force for the quarter."""

    code = "K303"
    pattern = "Belum ada Rencana Aksi yang berlaku untuk {periode}."
    hint = "Isi Perencanaan/Rencana Aksi {tahun}.xlsx, lalu salin berkasnya ke Perencanaan/Masuk."


class UnitDropped(PlanError):
    """A berkas is under way of a unit for which the plan in force has nothing to fill."""

    code = "K321"
    pattern = "Rencana Aksi {tahun} versi {versi} tidak lagi memuat {unit}, sedangkan berkas {berkas} masih berjalan."
    hint = ("Bila berkas itu tidak diperlukan lagi, batalkan dengan kinerja batalkan; bila masih diperlukan, biarkan "
            "diteruskan menurut rencana yang lama.")


class PlanUnreadable(PlanError):
    """The plan file is missing, broken or not a workbook."""

    code = "K304"
    pattern = "Berkas {berkas} tidak dapat dibaca: {sebab}"
    hint = "Buka berkas itu di Excel, simpan, tutup, lalu salin lagi ke Perencanaan/Masuk."


class PlanUnchanged(PlanError):
    """The plan that was handed in says what the one in force says."""

    code = "K311"
    pattern = "Berkas {berkas} sama dengan Rencana Aksi {tahun} versi {versi} yang berlaku: tidak ada yang berubah."
    hint = "Ubah rencananya, simpan, lalu salin lagi ke Perencanaan/Masuk; bila memang tidak berubah, hapus berkas ini."


class PlanSuperseded(PlanError):
    """The plan that was handed in is an earlier version; to go back to it is a version of its own, with its dasar."""

    code = "K312"
    pattern = "Berkas {berkas} adalah Rencana Aksi {tahun} versi {lama}, yang sudah digantikan versi {versi}."
    hint = ("Ubah berkas Perencanaan/Rencana Aksi {tahun}.xlsx; untuk kembali ke isi yang lama, tulis dasar yang baru "
            "pada lembar Indikator.")


class PlanInTheWay(PlanError):
    """A plan workbook of that year that a person wrote or changed is never replaced."""

    code = "K313"
    pattern = "Berkas {berkas} sudah ada dan bukan buatan layanan yang belum diubah, sehingga tidak ditimpa."
    hint = "Bila berkas itu tidak diperlukan lagi, pindahkan ke folder lain, lalu ulangi perintah."


class PlanNoSource(PlanError):
    """There is no plan in force of the year that the next one is made from."""

    code = "K314"
    pattern = "Belum ada Rencana Aksi {dari} yang berlaku, sehingga Rencana Aksi {tahun} tidak dapat dibuat darinya."
    hint = "Sebutkan tahun asalnya dengan --dari, atau isi Rencana Aksi {tahun} dari templat."


class PlanYearOrder(PlanError):
    """A plan is made from an earlier year's, at most as far back as its history reaches."""

    code = "K315"
    pattern = "Rencana Aksi {tahun} tidak dapat dibuat dari tahun {dari}."
    hint = "Pilih tahun asal sebelum {tahun}, paling jauh {batas} tahun."


class PlanBookOpen(PlanError):
    """Somebody has the plan workbook open that is to be renewed."""

    code = "K316"
    pattern = "Berkas {berkas} sedang dibuka oleh {oleh}."
    hint = "Tutup berkas itu, lalu ulangi perintah."


class AdoptionInTheWay(PlanError):
    """The output of an adoption exists and was not made by one."""

    code = "K350"
    pattern = "Berkas {berkas} sudah ada dan tidak memuat lembar Adopsi, sehingga tidak ditimpa."
    hint = "Pilih nama berkas lain dengan -o."


class AdoptionUnclear(PlanError):
    """The sheet Adopsi says something that names no column, kind of row or bidang."""

    code = "K351"
    pattern = "Kolom Menjadi pada lembar Adopsi berisi {jumlah} isian yang tidak dikenal: {rincian}."
    hint = "Pilih dari daftar pada selnya, simpan, tutup, lalu ulangi."


class NothingToAdopt(PlanError):
    """No table of a plan or an evaluation was recognised in the workbook."""

    code = "K352"
    pattern = "Berkas {berkas} tidak memuat tabel rencana atau realisasi yang dikenali. Lembarnya: {lembar}."
    hint = "Pastikan tabelnya berjudul kolom (Indikator, Satuan, Target) dan lembarnya tidak tersembunyi, lalu ulangi."


class AdoptionOfItself(PlanError):
    """The output of an adoption may not be the workbook that is read."""

    code = "K353"
    pattern = "Berkas hasil {berkas} sama dengan berkas yang dibaca."
    hint = "Pilih nama berkas lain dengan -o."


class AdoptionOpen(PlanError):
    """Somebody has the output of an earlier adoption open."""

    code = "K354"
    pattern = "Berkas {berkas} sedang dibuka oleh {oleh}, sehingga tidak dapat diperbarui."
    hint = "Simpan dan tutup berkas itu, lalu ulangi."


class AdoptFromSource(PlanError):
    """The button was pressed in the plan that an adoption made, not in the worksheet that it was made from."""

    code = "K355"
    pattern = "“{nama}” adalah Rencana Aksi hasil adopsi, bukan lembar kerja asalnya."
    hint = ("Simpan dan tutup berkas ini, buka lembar kerja asalnya, lalu tekan Adopsi Lembar Kerja di sana; koreksi "
            "pada lembar Adopsi dipakai.")
