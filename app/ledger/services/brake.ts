import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { BooksUnsound } from '#ledger/errors'

/**
 * No money leaves while the last look at the books has found something wrong (app/integrity).
 *
 * @throws BooksUnsound
 */
export async function assertBooksSound(client: Pick<QueryClientContract, 'from'>) {
  const finding = await client.from('integrity_findings').select('invariant').first()
  if (finding) throw new BooksUnsound()
}
