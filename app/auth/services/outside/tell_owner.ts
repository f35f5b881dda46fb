import { providerLabel } from '#auth/services/outside/identity'
import type { ProviderName } from '#auth/services/outside/providers'
import type { Transaction } from '#core/database/write'
import { queueEmail } from '#notifications/services/messages'
import User from '#users/models/user'

/** Whoever owns an account hears of every new and every lost way into it. */
export async function tellOwner(
  trx: Transaction,
  userId: string,
  template: 'identity_linked' | 'identity_unlinked',
  provider: ProviderName
) {
  const owner = await User.query({ client: trx }).where('id', userId).firstOrFail()
  if (!owner.email) return
  await queueEmail(trx, {
    userId,
    to: owner.email,
    template,
    data: { name: owner.name, provider: providerLabel(provider) },
  })
}
