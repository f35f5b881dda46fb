import { UserPreferenceSchema } from '#database/schema'

/** What a user is interested in. */
export default class UserPreferences extends UserPreferenceSchema {
  static table = 'user_preferences'
  static selfAssignPrimaryKey = true
  static primaryKey = 'userId'
}
