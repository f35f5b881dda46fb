import type { ProviderName } from '#auth/services/outside/providers'
import { IdentitySchema } from '#database/schema'

/** An account at Google or Azure that opens one of ours. */
export default class Identity extends IdentitySchema {
  static selfAssignPrimaryKey = true

  declare provider: ProviderName
}
