"""GeoJSON (RFC 7946): a scene's claims as features that any map program reads."""

import json

from flows.export.rows import cell_of, claim_row
from flows.export.shapes import DRAWN_AS, claim_shape, geojson_geometry
from flows.export.stamp import Stamp
from flows.geometry.route_lines import bend_factors
from flows.scene.forms import forms_named
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim


def geojson_bytes(atlas: Atlas, scene: Scene, stamp: Stamp) -> bytes:
    """Write the claims of a scene as a FeatureCollection in UTF-8, one feature a claim and a line.

    Each kind of claim has one kind of geometry. Properties are the columns of the CSV, the forms whose
    colours the claim has, of those that the selection asks for (`forms`), and how it is drawn (`drawn_as`);
    a claim that is not drawn anywhere has a null geometry. The stamp's parts are foreign members of the
    collection (RFC 7946, section 6.1).
    """
    members = json.dumps({"type": "FeatureCollection", **stamp.entries()}, ensure_ascii=False)
    features = ",\n".join(_feature(atlas, claim, scene.selection.types) for claim in scene.claims)
    return f'{members[:-1]}, "features": [\n{features}\n]}}\n'.encode()


def _feature(atlas: Atlas, claim: Claim, asked: frozenset[str]) -> str:
    shape, drawn_as = claim_shape(claim, atlas.gazetteer, bend_factors(atlas))
    feature = {
        "type": "Feature",
        "id": claim.id,
        "geometry": geojson_geometry(shape),
        "properties": {
            **claim_row(atlas, claim),
            "forms": cell_of(forms_named(claim.types, asked)),
            DRAWN_AS: drawn_as,
        },
    }
    return json.dumps(feature, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
