import { seedReference } from '#database/seeders/reference/seed_reference'

/*
 * Fills a database: reference data everywhere (safe to repeat), the demo marketplace once and only
 * in development.
 */
export async function seed({ withDemo }: { withDemo: boolean }) {
  await seedReference()
  if (!withDemo) return
  const { seedDemo } = await import('#database/seeders/demo/seed_demo')
  await seedDemo()
}
