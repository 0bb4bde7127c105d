"""Addresses to try letters and labels with, short and as long as they come."""

from datetime import date

from kucho_desktop.core.audiences import Audience
from kucho_desktop.paper.addressed import Addressee, Named, Sender
from kucho_desktop.paper.imprint import Imprint

TODAY = date(2026, 11, 20)
LONG = "長野県安曇野市穂高有明大字北穂高字狐島12丁目3456番地の789第2梓川グリーンハイツ東棟西側入口"
"""Sixty characters."""
COMPANY = "株式会社アズサノ総合サービス信州中央営業本部安曇野穂高支店"
SHORT = Addressee((Named("髙橋 一郎", "様"),), "399-8205", "安曇野市豊科1234-5", "コーポ梓202")
COUPLE = Addressee(
    (Named("渡邉\U000e0101 さくら", "様"), Named("渡邉\U000e0101 𠮷夫", "様", shares_family=True)),
    "399-8205",
    "安曇野市豊科10-2",
    above="山ノ神屋",
)
LONGEST = Addressee(
    (Named(COMPANY, "御中"),), "399-8303", LONG, "メゾン・ド・アズミノ A棟 1203号室"
)
NOWHERE = Addressee((Named("𠮷田 清", "様"),))
ALL = (SHORT, COUPLE, LONGEST, NOWHERE)
SENDER = Sender(("梓野区", "区長　丸山 治"), "399-8205", "安曇野市豊科4932-26")


def imprint(size: float = 12.0, copies: int = 0) -> Imprint:
    numbers = tuple(range(1, copies + 1))
    return Imprint("梓野区", Audience.CHIEF, TODAY, TODAY, copy_numbers=numbers, size=size)
