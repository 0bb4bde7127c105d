"""How far a printer is off its mark is kept on this computer."""

import pytest

from kucho_desktop.core.places import settings_folder
from kucho_desktop.paper.printers import ANY, fitting, keep_shift, shift_of


def test_each_printer_has_its_own_and_the_others_the_general_one():
    assert shift_of("Canon") == (0.0, 0.0)
    keep_shift(ANY, (1.0, -0.5))
    keep_shift("Canon", (2.5, 0.0))
    assert shift_of("Canon") == (2.5, 0.0)
    assert shift_of("Epson") == (1.0, -0.5)
    assert shift_of() == (1.0, -0.5)


def test_it_goes_in_half_millimetres_and_ten_at_the_most():
    assert fitting((0.7, -99)) == (0.5, -10.0)


@pytest.mark.parametrize("kept", ["", "[]", '{"": "far"}', '{"": [1]}', '{"": [true, 1e300]}'])
def test_a_damaged_file_means_no_offset(kept):
    settings_folder().mkdir(parents=True, exist_ok=True)
    (settings_folder() / "printers.json").write_text(kept)
    assert shift_of() == (0.0, 0.0)
    keep_shift(ANY, (1.0, 1.0))
    assert shift_of() == (1.0, 1.0)
