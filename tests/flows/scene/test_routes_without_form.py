"""The drawn routes without a form, by their ids: each rests on sentences that name none.

The list is there to be read: a route leaves it only when a claim of a sentence that names a form is added,
never because a tag is.
"""

from flows.query.selection import Selection
from flows.scene.routes import routes_from
from flows.scene.scene import drawn_claims
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import UNSPECIFIED

WITHOUT_A_FORM = {
    *("BOL~PRY", "CAN~USA", "CHN~ARG", "CHN~TTO", "COL~ECU~", "CRI~PAN", "CUB~ECU~", "CUB~URY"),
    *("DOM~ABW", "DOM~CHE", "DOM~CHL", "DOM~ECU~", "DOM~ESP", "ECU~PER", "HND~CRI", "HTI~ECU~"),
    *("HTI~GUY", "IND~TTO", "IND~USA", "JAM~GUY", "KEN~TTO", "KOR~ARG", "NPL~TTO", "PAN~CRI"),
    *("PER~CHL", "PER~URY", "PHL~TTO", "PHL~USA", "PRI~TTO", "RUS~ARG", "SEN~ARG", "SYR~ARG"),
    *("THA~USA", "USA~ARG", "VCT~TTO", "VEN~ARG", "VEN~BOL", "VEN~BRA", "VEN~CHL", "VEN~CHN"),
    *("VEN~CRI", "VEN~EGY", "VEN~HTI", "VEN~ISL", "VEN~MAC", "VEN~URY", "asia~DOM"),
    *("asia~latin_america~", "caribbean~DOM", "latin_america~DOM", "latin_america~USA"),
    *("latin_america~asia", "latin_america~europe", "latin_america~latin_america"),
    *("latin_america~latin_america~between", "~ATG~BRB", "~ATG~KNA", "~ECU~europe"),
    *("~ECU~south_america",),
}


def test_every_drawn_route_without_a_form_is_known_by_its_id(both_collections: Atlas):
    drawn = routes_from(drawn_claims(both_collections.claims, Selection()))
    without = {route.id for route in drawn if set(route.evidence.types) == {UNSPECIFIED}}
    assert without == WITHOUT_A_FORM
    assert (len(without), len(drawn)) == (59, 330)
