"""Time zones as moderators type them."""

import pytest

from store.errors import ZoneUnknownError
from store.moderation.zones import zone_named, zones, zones_like


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (" europe/berlin ", "Europe/Berlin"),
        ("america/new york", "America/New_York"),
        ("utc", "UTC"),
    ],
)
def test_zone_is_found_whatever_its_case(given: str, name: str) -> None:
    assert zone_named(given) == name


@pytest.mark.parametrize(
    ("given", "likest"),
    [("Berlin", "Europe/Berlin"), ("Tokio", "Asia/Tokyo"), ("Berlin, Germany", "Europe/Berlin")],
)
def test_unknown_zone_names_the_likest(given: str, likest: str) -> None:
    with pytest.raises(ZoneUnknownError) as raised:
        zone_named(given)
    assert raised.value.known[0] == likest


@pytest.mark.parametrize("given", ["", "\0", "../../etc/passwd", "x" * 6000, "@everyone"])
def test_what_is_like_no_zone_is_refused(given: str) -> None:
    with pytest.raises(ZoneUnknownError):
        zone_named(given)


def test_common_zones_come_first_and_none_twice() -> None:
    assert zones()[0] == "UTC"
    assert len(zones()) == len(set(zones()))
    assert zones_like("york") == ["America/New_York"]
