/*
 * Fills a database: reference data everywhere (safe to repeat), the demo marketplace once and only
 * in development.
 */
export async function seed({ withDemo }: { withDemo: boolean }) {
  void withDemo
}
