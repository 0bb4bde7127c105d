"""Papers about the records: what went out, what is still out, and what to do when it is lost."""

from kucho_desktop.records.papers.disclosures import disclosure_log
from kucho_desktop.records.papers.erasures import erasure_log
from kucho_desktop.records.papers.handouts import copies_still_out, handout_log
from kucho_desktop.records.papers.leak import leak_paper
from kucho_desktop.records.papers.leaving import leaving_certificate

__all__ = [
    "copies_still_out",
    "disclosure_log",
    "erasure_log",
    "handout_log",
    "leak_paper",
    "leaving_certificate",
]
