"""Where a site is, what belongs to it, and which addresses are public."""

from __future__ import annotations

import socket

import pytest

from corpus.moderngov.address import Site, addresses, is_public, read_site
from corpus.moderngov.models import SiteError

SITE = Site("https", "democracy.example.gov.uk", 443, "/modernGov/")


@pytest.mark.parametrize(
    ("typed", "root", "folder"),
    [
        ("democracy.example.gov.uk", "https://democracy.example.gov.uk/", "democracy.example.gov.uk"),
        (" Democracy.Example.gov.uk. ", "https://democracy.example.gov.uk/", "democracy.example.gov.uk"),
        ("http://x.gov.uk/modernGov", "http://x.gov.uk/modernGov/", "x.gov.uk_modernGov"),
        ("https://x.gov.uk/ieListMeetings.aspx?CommitteeId=711", "https://x.gov.uk/", "x.gov.uk"),
        (
            "x.gov.uk/modernGov/mgWebService.asmx/GetCommittees",
            "https://x.gov.uk/modernGov/",
            "x.gov.uk_modernGov",
        ),
        ("x.gov.uk/(X(1)S(k3l2))/mgAi.aspx?ID=5", "https://x.gov.uk/", "x.gov.uk"),
        ("x.gov.uk/documents/g77/Printed minutes.pdf?T=1", "https://x.gov.uk/", "x.gov.uk"),
        ("http://localhost:8080/a/b", "http://localhost:8080/a/b/", "localhost_8080_a_b"),
        ("http://[::1]:8080", "http://[::1]:8080/", "--1_8080"),
    ],
)
def test_a_site_is_read_from_any_of_its_addresses(typed: str, root: str, folder: str) -> None:
    site = read_site(typed)
    assert (site.root, site.folder) == (root, folder)


@pytest.mark.parametrize(
    "typed",
    ["", "no host", "ftp://x.gov.uk", "https://user:secret@x.gov.uk", "https://x.gov.uk:port", "https://"],
)
def test_what_is_no_address_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(ValueError, match="is not the address of a site"):
        read_site(typed)


@pytest.mark.parametrize(
    ("href", "asked"),
    [
        ("mgAi.aspx?ID=7#AI7", "https://democracy.example.gov.uk/modernGov/mgAi.aspx?ID=7"),
        ("documents/s1/A  long\r\nname.pdf", "https://democracy.example.gov.uk/modernGov/documents/s1/A%20%20long%20name.pdf"),
        ("documents/s1/50% less.pdf?T=1", "https://democracy.example.gov.uk/modernGov/documents/s1/50%25%20less.pdf?T=1"),
        ("documents/s1/a%20b.pdf", "https://democracy.example.gov.uk/modernGov/documents/s1/a%20b.pdf"),
        ("http://Democracy.Example.gov.uk/x.pdf", "https://democracy.example.gov.uk/x.pdf"),
        ("/(S(abc123))/modernGov/mgAi.aspx?ID=7", "https://democracy.example.gov.uk/modernGov/mgAi.aspx?ID=7"),
        ("https://elsewhere.example/a.pdf", None),
        ("//elsewhere.example/a.pdf", None),
        ("https://democracy.example.gov.uk:8443/a.pdf", None),
        ("https://clerk@democracy.example.gov.uk/a.pdf", None),
        ("javascript:alert(1)", None),
        ("mailto:clerk@example.org", None),
        ("http://[", None),
    ],
)  # fmt: skip
def test_links_stay_within_the_site(href: str, asked: str | None) -> None:
    assert SITE.link(href) == asked


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("203.0.113.9", False),  # documentation
        ("51.140.1.1", True),
        ("10.0.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("2a00:1450:4009::1", True),
        ("not an address", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_every_address_of_a_name_must_be_public(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 443)) for each in ("51.140.1.1", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **more: found)
    with pytest.raises(SiteError, match=r"leads to 10\.0\.0\.7, which is not a public address"):
        addresses("x.gov.uk", 443, allow_private=False)
    assert addresses("x.gov.uk", 443, allow_private=True) == ["51.140.1.1", "10.0.0.7"]
