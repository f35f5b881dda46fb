import { BaseTransformer } from '@adonisjs/core/transformers'
import type Category from '#categories/models/category'
import { toIso } from '#core/support/clock'

/** A category as staff see it. */
export default class CategoryTransformer extends BaseTransformer<Category> {
  toObject() {
    const category = this.resource
    return {
      ...this.pick(category, ['id', 'name', 'slug', 'position', 'isActive']),
      parentId: category.parentId ?? null,
      description: category.description ?? null,
      createdAt: toIso(category.createdAt),
      updatedAt: toIso(category.updatedAt),
    }
  }
}
