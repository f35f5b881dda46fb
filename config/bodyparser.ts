import { defineConfig } from '@adonisjs/core/bodyparser'

/**
 * Bodies are taken as they are sent (no trimming, no empty-to-null): a password may begin with a
 * space. Files are processed by the routes that expect them, so that an upload to any other route
 * never reaches the disk.
 */
const bodyParserConfig = defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  json: {
    limit: '1mb',
    strict: true,
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    types: ['application/json'],
  },
  form: {
    limit: '1mb',
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    types: [], // no route reads forms: any page on the web can post one
  },
  raw: { types: ['message/rfc822'], limit: '1mb' },
  multipart: {
    autoProcess: false,
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    limit: '30mb',
    types: ['multipart/form-data'],
  },
})

export default bodyParserConfig
