export interface Point {
  latitude: number
  longitude: number
}

const EARTH_RADIUS_KM = 6371
const KM_PER_DEGREE = 111.2
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres between two points along the great circle. */
export function distanceKm(a: Point, b: Point): number {
  const dLat = radians(b.latitude - a.latitude) / 2
  const dLng = radians(b.longitude - a.longitude) / 2
  const h =
    Math.sin(dLat) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLng) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The latitudes between which everything within a radius lies. */
export function latitudeBand(
  { latitude }: Point,
  radiusKm: number
): [south: number, north: number] {
  const degrees = radiusKm / KM_PER_DEGREE
  return [latitude - degrees, latitude + degrees]
}
