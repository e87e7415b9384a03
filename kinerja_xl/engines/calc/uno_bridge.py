"""The way into a running LibreOffice: ``uno`` itself, the connection, its structs, files and exceptions."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from .errors import NotConnected

ATTEMPTS = 3
UNO_FOLDERS = (
    "/usr/lib/python3/dist-packages",
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/opt/libreoffice/program",
    r"C:\Program Files\LibreOffice\program",
)


def load_uno(folder: str | None = None) -> ModuleType:
    """The ``uno`` module, from ``folder`` or else from this Python or one of ``UNO_FOLDERS``.

    The folder stands on ``sys.path`` only while ``uno`` is imported, at its end, and what ``uno`` adds goes as well: no
    other module is ever found there.
    Raises NotConnected where there is none.
    """
    tried = [folder] if folder else ["", *UNO_FOLDERS]
    for place in tried:
        try:
            return _import_from(place, "uno")
        except ImportError:
            continue
    raise NotConnected(f"Python {sys.version_info.major}.{sys.version_info.minor} finds no module 'uno' in "
                       f"{', '.join(repr(place) for place in tried if place)}")


def _import_from(folder: str, module: str) -> ModuleType:
    path = sys.path[:]
    if folder:
        sys.path.append(folder)
    try:
        return importlib.import_module(module)
    finally:
        sys.path[:] = path


class Bridge:
    """One connection over a pipe (``--accept=pipe,name=PIPE;urp;`` or a ``com.sun.star.connection.Acceptor``)."""

    def __init__(self, pipe: str, uno_folder: str | None = None) -> None:
        self.uno = load_uno(uno_folder)
        local = self.uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        try:
            self._context = self._resolved(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except (self.exception("com.sun.star.uno.Exception"),
                self.exception("com.sun.star.uno.RuntimeException")) as error:
            raise NotConnected(f"no LibreOffice answers at the pipe {pipe!r}") from error
        self._services = self._context.ServiceManager
        self.desktop = self.create("com.sun.star.frame.Desktop")

    def _resolved(self, resolver: Any, address: str) -> Any:
        """What stands at an address, asked again where LibreOffice dropped the new connection while another one ended.

        Seen with 7.4, about once in 300 connections.
        """
        for _ in range(ATTEMPTS - 1):
            try:
                return resolver.resolve(address)
            except self.exception("com.sun.star.lang.DisposedException"):
                continue
        return resolver.resolve(address)

    def create(self, service: str) -> Any:
        """A service of the office."""
        return self._services.createInstanceWithContext(service, self._context)

    def exception(self, name: str) -> Any:
        """The class of a UNO exception, for ``except``."""
        return self.uno.getClass(name)

    def implement(self, name: str, **methods: Any) -> Any:
        """An object with one UNO interface, for LibreOffice to call; the helper's base class lies beside ``uno``."""
        helper = _import_from(str(Path(str(self.uno.__file__)).parent), "unohelper")
        return type("Implementation", (helper.Base, self.uno.getClass(name)), methods)()

    def struct(self, name: str, **fields: object) -> Any:
        """A UNO struct with the fields set."""
        made = self.uno.createUnoStruct(name)
        for field, value in fields.items():
            setattr(made, field, value)
        return made

    def enum(self, name: str, value: str) -> Any:
        """A value of a UNO enum."""
        return self.uno.Enum(name, value)

    def properties(self, **values: object) -> tuple[Any, ...]:
        """A sequence of ``PropertyValue``."""
        return tuple(self.struct("com.sun.star.beans.PropertyValue", Name=name, Value=value)
                     for name, value in values.items())

    def url(self, path: str | Path) -> str:
        """The file URL of a path."""
        return str(self.uno.systemPathToFileUrl(str(path)))

    def path(self, url: str) -> str:
        """The path of a file URL; any other URL as it is."""
        return str(self.uno.fileUrlToSystemPath(url)) if url.startswith("file:") else url
