"""kinerja_xl: a worksheet comes in, the SOP decides, a worksheet and a Word document go out."""

__version__ = "0.1.0"
