"""Where a site is, what belongs to it, and which addresses may be spoken to."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import quote, urlencode, urljoin, urlsplit

from corpus.moderngov.models import SiteError

_PORTS = {"http": 80, "https": 443}
_PAGE = re.compile(r"[^/]*\.(?:aspx|asmx|html?|pdf)|documents", re.IGNORECASE)
_SESSION = re.compile(r"\((?:[A-Za-z]\([^()/]*\))+\)")  # "(X(1)S(k3l...))": a session kept in the address
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|[0-9a-f:.]+")
_SAFE = "/?:@!$&'()*+,;=%~-._"


@dataclass(frozen=True, slots=True)
class Site:
    """A ModernGov site. `path` begins and ends with a slash: "/", or "/moderngov/" in a sub-folder."""

    scheme: str
    host: str
    port: int
    path: str = "/"

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def root(self) -> str:
        return self.origin + self.path

    @property
    def folder(self) -> str:
        """A name for the site's folder: "democracy.example.gov.uk", "localhost_8080_moderngov"."""
        port = "" if self.port == _PORTS[self.scheme] else f"_{self.port}"
        parts = [part for part in self.path.split("/") if part]
        return re.sub(r"[^\w.-]", "-", "_".join([self.host + port, *parts])).lstrip(".")

    def page(self, name: str, **query: object) -> str:
        return self.root + name + (f"?{urlencode(query)}" if query else "")

    def link(self, href: str) -> str | None:
        """An address of this site in the form in which it is asked for; None for anything elsewhere.

        Blanks, CR and LF are found in real links; a session in the address is taken out.
        """
        try:
            found = urlsplit(urljoin(self.root, re.sub(r"[\r\n\t]+", " ", href).strip()))
            port = found.port or _PORTS.get(found.scheme)
        except ValueError:
            return None
        if found.scheme not in _PORTS or (found.hostname or "").rstrip(".") != self.host:
            return None
        if port != self.port and (port not in _PORTS.values() or self.port not in _PORTS.values()):
            return None
        if found.username is not None:
            return None
        path = "/".join(part for part in found.path.split("/") if not _SESSION.fullmatch(part))
        query = f"?{_quoted(found.query)}" if found.query else ""
        return self.origin + _quoted(path or "/") + query


def _quoted(text: str) -> str:
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text), safe=_SAFE)


def read_site(text: str) -> Site:
    """The site at a host or an address, or of any of its pages. Raises ValueError with one sentence."""
    typed = text.strip()
    try:
        parts = urlsplit(typed if "://" in typed else f"https://{typed}")
        host = (parts.hostname or "").rstrip(".").encode("idna").decode() if parts.hostname else ""
        port = parts.port
    except ValueError:  # also of the host: no such name can exist
        host, port, parts = "", None, urlsplit("https://")
    if parts.scheme not in _PORTS or not _HOST.fullmatch(host) or parts.username is not None:
        raise ValueError(
            f"{typed[:80]!r} is not the address of a site: write it like democracy.example.gov.uk"
        )
    kept: list[str] = []
    for part in parts.path.split("/"):
        if _PAGE.fullmatch(part):
            break
        if part and part not in (".", "..") and not _SESSION.fullmatch(part):
            kept.append(_quoted(part))
    path = "/" + "".join(f"{part}/" for part in kept)
    return Site(parts.scheme, host, port or _PORTS[parts.scheme], path)


def addresses(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of `host`, all of them public unless `allow_private`.

    Raises SiteError when one of them is not: a name that leads into a private network is a trap or a mistake.
    Raises OSError when there is no such name.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    all_of_them = list(dict.fromkeys(str(address[0]) for *_, address in found))
    for address in all_of_them:
        if not allow_private and not is_public(address):
            raise SiteError(
                f"{host} leads to {address}, which is not a public address; "
                "set MINUTEBOOK_ALLOW_PRIVATE=1 if that is your own site"
            )
    return all_of_them


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet; an IPv4 address within an IPv6 one counts as itself."""
    try:
        read = ip_address(address)
    except ValueError:
        return False
    if isinstance(read, IPv6Address):
        inner = read.ipv4_mapped or read.sixtofour or (read.teredo[1] if read.teredo else None)
        if inner is not None:
            read = inner
    return read.is_global and not (read.is_multicast or read.is_reserved or read.is_unspecified)
