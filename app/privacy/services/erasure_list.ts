/*
 * Who was erased, outside of the database: one small file for each account in the storage, with its
 * id and the time and nothing else. Nothing ever changes or removes one. A backup that was made
 * before an erasure is put right by this list when it is restored.
 */
import { storage } from '#core/files/storage'

const FOLDER = 'erasures'

export interface ListedErasure {
  userId: string
  /** epoch ms */
  erasedAt: number
}

export const listKey = (userId: string) => `${FOLDER}/${userId}.json`

/** Adds an account; once more changes nothing. */
export async function addToErasureList(erasure: ListedErasure) {
  const key = listKey(erasure.userId)
  if (await storage.disk().exists(key)) return
  await storage.disk().put(key, `${JSON.stringify(erasure)}\n`, { contentType: 'application/json' })
}

/** The ids of all accounts on the list, some at a time. */
export async function* erasedAccounts(): AsyncGenerator<string> {
  let paginationToken: string | undefined
  do {
    const page = await listed(paginationToken)
    for (const object of page.objects)
      if (object.isFile && object.name.endsWith('.json')) yield object.name.slice(0, -5)
    paginationToken = page.paginationToken
  } while (paginationToken)
}

async function listed(paginationToken?: string) {
  try {
    return await storage.disk().listAll(FOLDER, { recursive: true, paginationToken })
  } catch (error) {
    const isMissing = (error as { cause?: { code?: string } }).cause?.code === 'ENOENT'
    if (isMissing) return { objects: [], paginationToken: undefined } // nobody was erased so far
    throw error
  }
}
