import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { isStaffRole, type Role } from '#core/actor'
import StoredFile from '#core/files/stored_file'
import { UserSchema } from '#database/schema'

export type UserStatus = 'active' | 'suspended' | 'banned' | 'deleted'

/** Anybody who can log in: a client, a partner, or staff. */
export default class User extends UserSchema {
  static selfAssignPrimaryKey = true

  declare role: Role
  declare status: UserStatus

  @belongsTo(() => StoredFile, { foreignKey: 'avatarFileId' })
  declare avatar: BelongsTo<typeof StoredFile>

  get isActive(): boolean {
    return this.status === 'active'
  }

  get isStaff(): boolean {
    return isStaffRole(this.role)
  }
}
