"""Whoever a paper or a table is for finds in it nothing that the declarations keep from him."""

import zipfile
from io import BytesIO

import pytest
from app import canaries
from openpyxl import load_workbook
from openpyxl.comments import Comment
from pypdf import PdfWriter

from kucho_desktop.app import papers
from kucho_desktop.app.tables import write_out
from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fields import fields_of
from kucho_desktop.households.model import Consent, Household, Member
from kucho_desktop.households.model.lists.ready import READY
from kucho_desktop.households.model.lists.traits import traits
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.model.ties.ties import Tie

EVERY = [(paper.name, audience) for paper in papers.all_papers() for audience in paper.audiences]
ALL_COLUMNS = ",".join(each.name for each in traits().values() if each.is_column)
WIDE = [Audience.EVERY_HOUSEHOLD, Audience.OFFICERS]


@pytest.fixture
def planted(book):
    """The canaries in the book."""
    return canaries.fill(book)


def choices_of(book, paper):
    """The paper as it is first offered, and with each choice that it offers."""
    yield {}
    for option in papers.paper_named(paper).options:
        if option.choices is not None:
            for value, _words in option.choices(book):
                if value:
                    yield {option.name: value}
    if any(option.name == "columns" for option in papers.paper_named(paper).options):
        yield {"columns": ALL_COLUMNS}


def test_every_field_that_holds_a_text_has_a_canary(book, planted):
    """A field that is added to a declaration is looked for from then on."""
    has = {(each.record, each.field.name) for each in planted}
    without = {
        field.kind.name
        for record in (Household, Member, Consent, Tie, Talk)
        for field in fields_of(record)
        if (record, field.name) not in has and field.name not in ("since", "until")
    }
    assert without <= {
        *("reference", "rows", "flag", "number", "membership", "circular", "relation", "gender"),
        *("whereabouts", "consent item", "consent audience", "consent answer", "consent way"),
        *("tie", "way of talking"),
    }


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_a_paper_tells_nobody_what_is_kept_from_him(book, planted, name, audience):
    for options in choices_of(book, name):
        try:
            printed = papers.make_paper(book, name, audience=audience, options=options)
        except KuchoError:
            continue
        assert canaries.told(planted, canaries.in_pdf(printed.pdf), audience) == [], options


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("kind", ["out.xlsx", "out.csv", "cp932.csv"])
def test_a_table_tells_nobody_what_is_kept_from_him(book, planted, tmp_path, audience, kind):
    path, encoding = tmp_path / kind, "cp932" if kind == "cp932.csv" else "utf-8-sig"
    look = canaries.in_xlsx if path.suffix == ".xlsx" else canaries.in_csv
    everything = HouseholdList(columns=tuple(ALL_COLUMNS.split(",")))
    lists = [None, everything, *(HouseholdList(ready=(name,)) for name in READY)]
    for wanted in lists:
        path.unlink(missing_ok=True)
        try:
            write_out(book, path, audience=audience, wanted=wanted, encoding=encoding, group=1)
        except KuchoError:
            assert not path.exists()
            continue
        assert canaries.told(planted, look(path.read_bytes()), audience) == [], wanted


@pytest.mark.parametrize("audience", sorted(CHIEF_ONLY, key=str))
def test_the_search_finds_what_is_there(book, planted, tmp_path, audience):
    """Otherwise it would find nothing anywhere."""
    if audience is Audience.PERSON:
        printed = papers.make_paper(book, "disclosure-sheet", options={"household": "1"})
        text = canaries.in_pdf(printed.pdf)
    else:
        write_out(book, tmp_path / "own.xlsx", audience=audience)
        text = canaries.in_xlsx((tmp_path / "own.xlsx").read_bytes())
    in_table = (Household, Member, Consent)
    wanted = [
        each
        for each in planted
        if each.whose == canaries.WHOLE and (audience is Audience.PERSON or each.record in in_table)
    ]
    assert [str(each) for each in wanted if not canaries.is_in(each, text)] == []


def test_a_canary_in_the_text_the_metadata_or_an_attachment_of_a_pdf_is_found(book, planted):
    clean = papers.make_paper(book, "roster-members").pdf
    secret = next(each for each in planted if each.field.name == "note")
    for plant in (
        lambda pdf: pdf.add_metadata({"/Subject": secret.said}),
        lambda pdf: pdf.add_attachment("名簿.txt", secret.said.encode()),
        lambda pdf: pdf.add_outline_item(title=secret.said, page_number=0),
        lambda pdf: pdf.add_attachment(f"{secret.said}.txt", b""),
    ):
        writer, out = PdfWriter(clone_from=BytesIO(clean)), BytesIO()
        plant(writer)
        writer.write(out)
        text = canaries.in_pdf(out.getvalue())
        assert canaries.told(planted, text, Audience.EVERY_HOUSEHOLD) == [str(secret)]
    assert canaries.told(planted, canaries.in_pdf(clean), Audience.EVERY_HOUSEHOLD) == []


def test_a_canary_in_a_cell_a_comment_or_the_properties_of_a_table_is_found(
    book, planted, tmp_path
):
    path = tmp_path / "out.xlsx"
    write_out(book, path, audience=Audience.EVERY_HOUSEHOLD)
    secret = next(each for each in planted if each.field.name == "note")

    def comment(workbook):
        workbook.active["A1"].comment = Comment(secret.said, "")

    def title(workbook):
        workbook.properties.description = secret.said

    def cell(workbook):
        workbook.active["Z99"] = secret.said

    for plant in (comment, title, cell):
        workbook = load_workbook(path)
        plant(workbook)
        spoilt = tmp_path / "spoilt.xlsx"
        workbook.save(spoilt)
        text = canaries.in_xlsx(spoilt.read_bytes())
        assert canaries.told(planted, text, Audience.EVERY_HOUSEHOLD) == [str(secret)]
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "comment" in name]
