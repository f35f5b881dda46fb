import { ClientProfileSchema } from '#database/schema'

/** What a client tells about the company behind the account. */
export default class ClientProfile extends ClientProfileSchema {
  static selfAssignPrimaryKey = true
  static primaryKey = 'userId'
}
