/*
 * Addresses as the original documents spelled them, each pointing at the route it stands for. They
 * work under /api for ever; nothing else in the code knows of them. A parameter matches an id.
 */
export const PUBLISHED_SPELLINGS: [published: string, canonical: string][] = [
  ['POST /auth/signup', 'POST /auth/register'],
  ['POST /profile/update-basic-info', 'PUT /user/profile'],
  ['POST /profile/update-preferences', 'PUT /user/preferences'],
  ['GET /profile/creators', 'GET /partners'],
  ['GET /packages/creator/:id', 'GET /partners/:partnerId/packages'],
  ['POST /packages/create', 'POST /packages'],
  ['POST /products/:id/upload-image', 'POST /products/:productId/images'],
  ['POST /inquiry', 'POST /inquiries'],
  ['POST /admin/category', 'POST /admin/categories'],
  ['GET /admin/category', 'GET /admin/categories'],
  ['PUT /admin/category/:id', 'PUT /admin/categories/:categoryId'],
  ['DELETE /admin/category/:id', 'DELETE /admin/categories/:categoryId'],
  ['DELETE /admin/review/:id', 'DELETE /admin/reviews/:reviewId'],
  ['GET /user', 'GET /admin/users'],
  ['POST /user', 'POST /admin/users'],
  ['PUT /user/:id', 'PUT /admin/users/:userId'],
  ['DELETE /user/:id', 'DELETE /admin/users/:userId'],
  ['POST /cart/add', 'POST /cart/items'],
  ['PUT /cart/update/:itemId', 'PUT /cart/items/:itemId'],
  ['DELETE /cart/remove/:itemId', 'DELETE /cart/items/:itemId'],
  ['DELETE /cart/clear', 'DELETE /cart'],
  ['POST /orders/create', 'POST /orders'],
  ['POST /payment/create-intent', 'POST /payments/intents'],
  ['POST /payment/webhook/stripe', 'POST /payments/webhooks/stripe'],
  ['POST /payment/webhook/paypal', 'POST /payments/webhooks/paypal'],
  ['POST /payment/webhook/razorpay', 'POST /payments/webhooks/razorpay'],
  ['GET /payment/history', 'GET /payments'],
  ['GET /payment/all', 'GET /admin/payments'],
]
