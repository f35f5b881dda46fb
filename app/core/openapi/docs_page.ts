/** The reference page: no inline script, so that its security policy needs no exception for one. */
export const DOCS_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Souk API</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/api/v1/docs/swagger-ui.css">
  </head>
  <body>
    <div id="reference"></div>
    <script src="/api/v1/docs/swagger-ui-bundle.js"></script>
    <script src="/api/v1/docs/init.js"></script>
  </body>
</html>
`

export const DOCS_INIT = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  displayOperationId: true,
  validatorUrl: null,
})
`
