"""Places that have a council of their own, as people name it by the place alone: "is Oxfordshire dealing with"."""

from __future__ import annotations

import re

_AREAS = """
Bedfordshire, Berkshire, Buckinghamshire, Cambridgeshire, Cheshire East, Cornwall, Cumbria, Cumberland,
Derbyshire, Devon, Dorset, Durham, East Sussex, Essex, Gloucestershire, Hampshire, Herefordshire,
Hertfordshire, Kent, Lancashire, Leicestershire, Lincolnshire, Norfolk, North Yorkshire,
Northamptonshire, Northumberland, Nottinghamshire, Oxfordshire, Rutland, Shropshire, Somerset,
Staffordshire, Suffolk, Surrey, Warwickshire, West Sussex, Wiltshire, Worcestershire, Barnsley,
Birmingham, Bolton, Bradford, Bury, Calderdale, Coventry, Doncaster, Dudley, Gateshead, Kirklees,
Knowsley, Leeds, Liverpool, Manchester, Newcastle, North Tyneside, Oldham, Rochdale, Rotherham, Salford,
Sandwell, Sefton, Sheffield, Solihull, South Tyneside, St Helens, Stockport, Sunderland, Tameside,
Trafford, Wakefield, Walsall, Wigan, Wirral, Wolverhampton, Blackburn, Blackpool, Bournemouth, Brighton,
Bristol, Darlington, Derby, Halton, Hartlepool, Hull, Leicester, Luton, Medway, Middlesbrough,
Milton Keynes, Nottingham, Peterborough, Plymouth, Portsmouth, Redcar, Slough, Southampton, Southend,
Stockton, Stoke-on-Trent, Swindon, Telford, Thurrock, Torbay, Warrington, Wokingham, York, Barking,
Barnet, Bexley, Brent, Bromley, Camden, Croydon, Ealing, Enfield, Greenwich, Hackney, Hammersmith,
Haringey, Harrow, Havering, Hillingdon, Hounslow, Islington, Kensington, Lambeth, Lewisham, Merton,
Newham, Redbridge, Southwark, Sutton, Tower Hamlets, Waltham Forest, Wandsworth, Westminster, Cardiff,
Swansea, Newport, Wrexham, Gwynedd, Powys, Ceredigion, Pembrokeshire, Carmarthenshire, Flintshire,
Denbighshire, Conwy, Monmouthshire, Caerphilly, Edinburgh, Glasgow, Aberdeen, Aberdeenshire, Dundee,
Fife, Highland, Moray, Stirling, Falkirk, Belfast, Fingal, South Dublin, Dún Laoghaire-Rathdown,
Dun Laoghaire-Rathdown, Dublin, Cork, Limerick, Galway, Waterford, Carlow, Cavan, Clare, Donegal, Kerry,
Kildare, Kilkenny, Laois, Leitrim, Longford, Louth, Mayo, Meath, Monaghan, Offaly, Roscommon, Sligo,
Tipperary, Westmeath, Wexford, Wicklow
"""
_NAMES = "|".join(
    re.escape(name) for name in sorted(" ".join(_AREAS.split()).split(", "), key=len, reverse=True)
)
_ACTING = re.compile(  # not "was York stone laid", nor "is Mr Clare paid"
    rf"\b(?i:do|does|did|has|have|had|will|would|can|could)\s+(?P<does>{_NAMES})\s+[a-z]"
    rf"|\b(?i:is|are|was|were)\s+(?P<doing>{_NAMES})\s+(?:[a-z]+ly\s+|now\s+|also\s+|still\s+)?[a-z]+(?:ing|ed)\b"
    rf"|\b(?P<having>{_NAMES})['’]s\s+[a-z]"
)


def read_areas(text: str) -> list[str]:
    """The places that do or have something, as their councils do: "does Havering let", "Stockport's social workers"."""
    found = (match["does"] or match["doing"] or match["having"] for match in _ACTING.finditer(text))
    return list(dict.fromkeys(found))
