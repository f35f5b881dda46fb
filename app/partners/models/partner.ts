import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import StoredFile from '#core/files/stored_file'
import { PartnerSchema } from '#database/schema'
import PartnerCategory from '#partners/models/partner_category'
import PartnerPlatform from '#partners/models/partner_platform'
import User from '#users/models/user'

export const PARTNER_STATUSES = ['draft', 'submitted', 'approved', 'rejected', 'suspended'] as const
export type PartnerStatus = (typeof PARTNER_STATUSES)[number]

export const AVAILABILITIES = ['available', 'busy', 'away'] as const
export type Availability = (typeof AVAILABILITIES)[number]

/** Somebody who sells on Souk: the shop window, and where the verification stands. */
export default class Partner extends PartnerSchema {
  static selfAssignPrimaryKey = true

  declare status: PartnerStatus
  declare availability: Availability

  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  @belongsTo(() => StoredFile, { foreignKey: 'bannerFileId' })
  declare banner: BelongsTo<typeof StoredFile>

  @hasMany(() => PartnerCategory)
  declare categories: HasMany<typeof PartnerCategory>

  @hasMany(() => PartnerPlatform)
  declare platforms: HasMany<typeof PartnerPlatform>

  /** Only these are discovered, matched and sold. */
  get isApproved(): boolean {
    return this.status === 'approved'
  }
}
