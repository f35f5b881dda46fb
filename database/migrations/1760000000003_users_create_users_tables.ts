import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who is who (users, sessions, codes) and what they were sent (mails, texts, feed). */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('files', (table) => {
      table.string('id', 32).primary()
      table.string('owner_id', 32).notNullable().index()
      table.string('purpose', 30).notNullable()
      table.string('disk_key', 120).notNullable()
      table.string('thumbnail_key', 120).nullable()
      table.string('file_name', 200).notNullable()
      table.string('content_type', 80).notNullable()
      table.bigInteger('size').notNullable()
      table.integer('width').nullable()
      table.integer('height').nullable()
      table.bigInteger('created_at').notNullable()
    })

    this.schema.createTable('file_usages', (table) => {
      table.string('owner_id', 32).primary()
      table.bigInteger('used_bytes').notNullable()
    })

    this.schema.createTable('users', (table) => {
      table.string('id', 32).primary()
      table.string('role', 20).notNullable()
      table.string('status', 12).notNullable()
      table.string('name', 120).notNullable()
      table.string('email', 190).nullable().unique()
      table.string('phone', 20).nullable().unique()
      table.string('password_hash', 255).nullable()
      table.bigInteger('email_verified_at').nullable()
      table.bigInteger('phone_verified_at').nullable()
      table.string('language', 10).notNullable().defaultTo('en')
      table.string('timezone', 60).notNullable().defaultTo('UTC')
      table.string('country', 2).nullable()
      table.string('region_id', 32).nullable().references('regions.id').index()
      table.string('avatar_file_id', 32).nullable().references('files.id')
      table.string('two_factor', 10).notNullable().defaultTo('off')
      table.integer('onboarding_step').notNullable().defaultTo(0)
      table.bigInteger('onboarded_at').nullable()
      table.bigInteger('last_login_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['role', 'id'])
      table.index(['role', 'status', 'id'])
      table.index(['created_at', 'id'])
    })

    this.schema.createTable('challenges', (table) => {
      table.string('id', 32).primary()
      table.string('purpose', 30).notNullable()
      table.string('subject', 190).notNullable()
      table.string('user_id', 32).nullable().index()
      table.string('secret_hash', 64).notNullable().index()
      table.text('data').nullable()
      table.integer('tries').notNullable().defaultTo(0)
      table.bigInteger('expires_at').notNullable().index()
      table.bigInteger('used_at').nullable()
      table.bigInteger('voided_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['subject', 'purpose', 'created_at'])
    })

    this.schema.createTable('sessions', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).notNullable().references('users.id')
      table.string('transport', 10).notNullable()
      table.string('user_agent', 255).nullable()
      table.string('ip', 45).nullable()
      table.bigInteger('last_seen_at').notNullable()
      table.bigInteger('idle_expires_at').notNullable()
      table.bigInteger('absolute_expires_at').notNullable()
      table.bigInteger('revoked_at').nullable()
      table.string('revoke_reason', 30).nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['user_id', 'revoked_at', 'id'])
    })

    this.schema.createTable('refresh_tokens', (table) => {
      table.string('token_hash', 64).primary()
      table.string('session_id', 32).notNullable().references('sessions.id')
      table.string('parent_hash', 64).nullable()
      table.bigInteger('used_at').nullable()
      table.bigInteger('expires_at').notNullable().index()
      table.bigInteger('created_at').notNullable()
      table.index(['session_id'])
    })

    this.schema.createTable('user_preferences', (table) => {
      table.string('user_id', 32).primary().references('users.id')
      table.text('industries').notNullable()
      table.text('category_ids').notNullable()
      table.text('languages').notNullable()
      table.text('location_ids').notNullable()
      table.bigInteger('updated_at').notNullable()
    })

    this.schema.createTable('client_profiles', (table) => {
      table.string('user_id', 32).primary().references('users.id')
      table.string('company_name', 120).nullable()
      table.string('role_in_organization', 80).nullable()
      table.string('business_type', 40).nullable()
      table.string('website', 255).nullable()
      table.text('description').nullable()
      table.bigInteger('updated_at').notNullable()
    })

    this.schema.createTable('addresses', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).notNullable().references('users.id')
      table.string('label', 40).notNullable()
      table.string('recipient', 120).notNullable()
      table.string('line_1', 160).notNullable()
      table.string('line_2', 160).nullable()
      table.string('city', 100).notNullable()
      table.string('state', 100).nullable()
      table.string('postal_code', 20).nullable()
      table.string('country', 2).notNullable()
      table.string('phone', 20).nullable()
      table.boolean('is_default').notNullable().defaultTo(false)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['user_id', 'id'])
    })

    this.schema.createTable('devices', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).notNullable().references('users.id').index()
      table.string('platform', 10).notNullable()
      table.string('push_token', 255).notNullable().unique()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })

    this.schema.createTable('email_logs', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).nullable()
      table.string('to_address', 190).notNullable()
      table.string('template', 40).notNullable()
      table.integer('template_version').notNullable()
      table.string('subject', 255).notNullable()
      table.text('body', 'mediumtext').notNullable()
      table.text('secrets').nullable()
      table.string('message_id', 120).notNullable().unique()
      table.string('status', 10).notNullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.text('provider_response').nullable()
      table.string('resend_of', 32).nullable()
      table.bigInteger('expires_at').nullable()
      table.bigInteger('sent_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['user_id', 'id'])
      table.index(['status', 'id'])
    })

    this.schema.createTable('sms_logs', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).nullable()
      table.string('to_number', 20).notNullable()
      table.string('template', 40).notNullable()
      table.integer('template_version').notNullable()
      table.text('body').notNullable()
      table.text('secrets').nullable()
      table.string('status', 10).notNullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.text('provider_response').nullable()
      table.string('resend_of', 32).nullable()
      table.bigInteger('expires_at').nullable()
      table.bigInteger('sent_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['user_id', 'id'])
      table.index(['status', 'id'])
    })

    this.schema.createTable('notifications', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).notNullable().references('users.id')
      table.string('kind', 40).notNullable()
      table.string('title', 160).notNullable()
      table.text('body').notNullable()
      table.string('subject_id', 32).nullable()
      table.bigInteger('read_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['user_id', 'id'])
      table.index(['user_id', 'read_at'])
    })
  }

  async down() {
    for (const table of [
      'notifications',
      'sms_logs',
      'email_logs',
      'devices',
      'addresses',
      'client_profiles',
      'user_preferences',
      'refresh_tokens',
      'sessions',
      'challenges',
      'users',
      'file_usages',
      'files',
    ])
      this.schema.dropTable(table)
  }
}
