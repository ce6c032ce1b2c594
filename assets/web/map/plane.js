// The plane of the map: x is the longitude at which a place is drawn, y the Mercator latitude in degrees.
const WORLD = 256; // Leaflet's width of the world at zoom 0, in pixels

export const plane = {
  fromLatLng(lon, lat) {
    const bounded = Math.max(-85, Math.min(85, lat));
    const y = Math.asinh(Math.tan((bounded * Math.PI) / 180));
    return [lon, (y * 180) / Math.PI];
  },
  toLatLng(x, y) {
    return L.latLng((Math.atan(Math.sinh((y * Math.PI) / 180)) * 180) / Math.PI, x);
  },
  toWorld(x, y) {
    return [((x + 180) / 360) * WORLD, ((180 - y) / 360) * WORLD];
  },
};
