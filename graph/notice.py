"""What every file says of itself, since it speaks of real people."""

from __future__ import annotations

NOTICE = (
    "This file repeats what news articles report about real people. Reports may be wrong, one-sided or out of date, "
    "and the software that read them makes mistakes. An allegation is not a finding; check the articles before you "
    "rely on anything here."
)
