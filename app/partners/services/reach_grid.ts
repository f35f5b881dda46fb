/*
 * The globe in cells, at several sizes. A partner is filed at the size that fits the radius, so
 * that a handful of cells covers the circle; a place looks into its one cell of each size. Rows of
 * cells have fewer columns towards the poles: no cell is narrower than it is high.
 */
export const EARTH_RADIUS_KM = 6371

/** height of the smallest cells, in degrees; each next size is twice as high */
const SMALLEST = 0.25
const SIZES = 9
const KM_PER_DEGREE = (Math.PI * EARTH_RADIUS_KM) / 180
/** above this radius a partner is filed under the whole globe */
const WHOLE_GLOBE = SIZES

export interface Point {
  latitude: number
  longitude: number
}

/** The one area of each size that a place lies in. */
export function areasAt(place: Point): number[] {
  const areas = Array.from({ length: SIZES }, (_, size) => {
    const row = rowOf(size, place.latitude)
    return area(size, row, columnOf(size, row, place.longitude))
  })
  return [...areas, area(WHOLE_GLOBE, 0, 0)]
}

/** The areas, all of one size, that a circle around a place touches. */
export function areasWithin(place: Point, radiusKm: number): number[] {
  const size = sizeFor(radiusKm)
  if (size === WHOLE_GLOBE) return [area(WHOLE_GLOBE, 0, 0)]

  const radius = radiusKm / KM_PER_DEGREE
  const halfWidth = halfWidthOf(place.latitude, radius)
  const areas = new Set<number>()
  const last = rowOf(size, place.latitude + radius)
  for (let row = rowOf(size, place.latitude - radius); row <= last; row++) {
    const columns = columnsIn(size, row)
    const width = 360 / columns
    const from = Math.floor((place.longitude - halfWidth + 180) / width)
    const to = Math.floor((place.longitude + halfWidth + 180) / width)
    for (let column = from; column <= to && column < from + columns; column++)
      areas.add(area(size, row, ((column % columns) + columns) % columns))
  }
  return [...areas]
}

/** A place as a point on the unit sphere: the dot product of two is the cosine between them. */
export function onSphere({ latitude, longitude }: Point) {
  const phi = (latitude * Math.PI) / 180
  const lambda = (longitude * Math.PI) / 180
  return {
    x: Math.cos(phi) * Math.cos(lambda),
    y: Math.cos(phi) * Math.sin(lambda),
    z: Math.sin(phi),
  }
}

/** The least dot product that lies within the radius; without a radius only the own city counts. */
export function minDotOf(radiusKm: number): number {
  return radiusKm <= 0 ? 2 : Math.cos(Math.min(Math.PI, radiusKm / EARTH_RADIUS_KM))
}

/** The smallest size whose cells are at least as high as the circle. */
function sizeFor(radiusKm: number): number {
  for (let size = 0; size < SIZES; size++)
    if (2 * radiusKm <= heightOf(size) * KM_PER_DEGREE) return size
  return WHOLE_GLOBE
}

function heightOf(size: number): number {
  return SMALLEST * 2 ** size
}

function rowOf(size: number, latitude: number): number {
  const last = Math.ceil(180 / heightOf(size)) - 1
  return Math.min(last, Math.max(0, Math.floor((latitude + 90) / heightOf(size))))
}

/** As many columns as keep the cells of the row at least as wide as high at its narrow edge. */
function columnsIn(size: number, row: number): number {
  const height = heightOf(size)
  const edges = [row * height - 90, (row + 1) * height - 90]
  const farthest = Math.min(90, Math.max(...edges.map(Math.abs)))
  return Math.max(1, Math.floor((360 / height) * Math.cos((farthest * Math.PI) / 180)))
}

function columnOf(size: number, row: number, longitude: number): number {
  const columns = columnsIn(size, row)
  return Math.min(columns - 1, Math.max(0, Math.floor(((longitude + 180) / 360) * columns)))
}

/** How far a circle reaches east and west, in degrees of longitude; all the way round at a pole. */
function halfWidthOf(latitude: number, radius: number): number {
  if (Math.abs(latitude) + radius >= 90) return 180
  const sine = Math.sin((radius * Math.PI) / 180) / Math.cos((latitude * Math.PI) / 180)
  return (Math.asin(Math.min(1, sine)) * 180) / Math.PI
}

function area(size: number, row: number, column: number): number {
  return size * 10_000_000 + row * 10_000 + column
}
