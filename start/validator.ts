/*
 * Words of our own for VineJS: ids, money, phone numbers. Loaded before any validator is used.
 */
import '#core/http/finished_json'
import '#core/http/serializer'
import '#core/validation/rules'
