"""Papers about the records: what went out, what is still out, and what to do when it is lost."""

from kucho_desktop.records.papers.disclosures import disclosure_log
from kucho_desktop.records.papers.handouts import copies_still_out, handout_log
from kucho_desktop.records.papers.leak import leak_paper

__all__ = ["copies_still_out", "disclosure_log", "handout_log", "leak_paper"]
