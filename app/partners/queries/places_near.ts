import db from '@adonisjs/lucid/services/db'
import { EARTH_RADIUS_KM } from '#partners/services/reach_grid'

export interface Circle {
  latitude: number
  longitude: number
  km: number
}

const DEGREE_KM = (Math.PI / 180) * EARTH_RADIUS_KM

/** The active cities within a circle: a box by the index on latitude, then exact distances. */
export async function placesNear({ latitude, longitude, km }: Circle): Promise<string[]> {
  const height = km / DEGREE_KM
  const rows: { id: string; latitude: number; longitude: number }[] = await db
    .from('locations')
    .where('is_active', true)
    .whereBetween('latitude', [latitude - height, latitude + height])
    .select('id', 'latitude', 'longitude')
  return rows.filter((row) => kmBetween({ latitude, longitude }, row) <= km).map((row) => row.id)
}

type Point = Pick<Circle, 'latitude' | 'longitude'>

/** Great-circle distance (haversine). */
function kmBetween(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}
