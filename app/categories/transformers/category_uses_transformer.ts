import { BaseTransformer } from '@adonisjs/core/transformers'
import type { CategoryWithUses } from '#categories/queries/list_categories_with_uses'

/** A line of the staff's list of categories. */
export default class CategoryUsesTransformer extends BaseTransformer<CategoryWithUses> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'parentId',
      'name',
      'slug',
      'description',
      'position',
      'isActive',
      'depth',
      'uses',
    ])
  }
}
