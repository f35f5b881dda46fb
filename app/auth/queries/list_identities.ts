import Identity from '#auth/models/identity'

/** The accounts at providers that open a user's own, oldest first; at most a hundred. */
export default class ListIdentities {
  async execute(userId: string): Promise<Identity[]> {
    return Identity.query().where('userId', userId).orderBy('id').limit(100)
  }
}
