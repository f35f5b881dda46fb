import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CreateCategory from '#categories/actions/create_category'
import DeleteCategory from '#categories/actions/delete_category'
import UpdateCategory from '#categories/actions/update_category'
import ListCategoriesWithUses from '#categories/queries/list_categories_with_uses'
import CategoryTransformer from '#categories/transformers/category_transformer'
import CategoryUsesTransformer from '#categories/transformers/category_uses_transformer'
import { createCategoryValidator, updateCategoryValidator } from '#categories/validators/category'

/** The tree of categories, as staff keep it. */
@inject()
export default class CategoriesController {
  constructor(
    private listCategories: ListCategoriesWithUses,
    private createCategory: CreateCategory,
    private updateCategory: UpdateCategory,
    private deleteCategory: DeleteCategory
  ) {}

  /** Every category, active or not, in the order of the tree, with how often it is used. */
  async index({ serialize }: HttpContext) {
    return serialize(CategoryUsesTransformer.transform(await this.listCategories.execute()))
  }

  /** Add a category. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(createCategoryValidator)
    const category = await this.createCategory.execute({ actor: actor!, ...input })
    response.status(201)
    return serialize(CategoryTransformer.transform(category))
  }

  /** Rename, move, reorder, hide or show a category; what is not given stays. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const change = await request.validateUsing(updateCategoryValidator)
    const { categoryId } = params
    const category = await this.updateCategory.execute({ actor: actor!, categoryId, ...change })
    return serialize(CategoryTransformer.transform(category))
  }

  /** Delete a category that nothing uses. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.deleteCategory.execute({ actor: actor!, categoryId: params.categoryId })
    response.status(204)
  }
}
