/** Where a public file is found, for answers; null stays null. */
export function fileUrls(fileId: string | null) {
  if (!fileId) return null
  const url = `/api/v1/files/${fileId}`
  return { id: fileId, url, thumbnailUrl: `${url}?variant=thumbnail` }
}
