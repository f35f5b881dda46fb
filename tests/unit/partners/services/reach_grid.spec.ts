import { test } from '@japa/runner'
import { areasAt, areasWithin, EARTH_RADIUS_KM } from '#partners/services/reach_grid'

/** The point at a distance and bearing from another, on the sphere. */
function pointAt(latitude: number, longitude: number, km: number, bearing: number) {
  const phi = (latitude * Math.PI) / 180
  const angle = km / EARTH_RADIUS_KM
  const sine = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing)
  const east = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(phi),
    Math.cos(angle) - Math.sin(phi) * sine
  )
  const turned = longitude + (east * 180) / Math.PI
  return {
    latitude: (Math.asin(Math.min(1, Math.max(-1, sine))) * 180) / Math.PI,
    longitude: ((((turned + 180) % 360) + 360) % 360) - 180,
  }
}

test.group('reach grid', () => {
  test('every point of a circle lies in an area of the circle, anywhere on earth', ({ assert }) => {
    const latitudes = [-90, -89.9, -72, -33.9, 0, 0.01, 45, 59.9, 70, 88, 90]
    const longitudes = [-180, -179.99, -74, 0, 13.4, 179.99]
    for (const latitude of latitudes)
      for (const longitude of longitudes)
        for (const km of [0, 1, 13.8, 25, 80, 300, 1000, 3500, 20_000]) {
          const areas = new Set(areasWithin({ latitude, longitude }, km))
          for (let i = 0; i < 16; i++) {
            const place = pointAt(latitude, longitude, km * 0.999, (i * Math.PI) / 8)
            const isFound = areasAt(place).some((area) => areas.has(area))
            assert.isTrue(isFound, `${latitude} ${longitude} ${km} km ${i}`)
          }
        }
  })

  test('a circle touches a handful of areas', ({ assert }) => {
    for (const latitude of [0, 30, 52, 64])
      for (const km of [0, 5, 50, 200, 800])
        assert.isAtMost(areasWithin({ latitude, longitude: 13.4 }, km).length, 6)
  })
})
