/** Whether a pair of degrees is a place on earth: numbers, longitude ±180, latitude ±90. */
export const lngLatInRange = (lng: number, lat: number): boolean =>
  lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90;
