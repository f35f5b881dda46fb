/*
 * Why an upload is refused.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** One file is larger than its route takes. */
export class FileTooLarge extends DomainError {
  static status = 413
  static code = 'E_FILE_TOO_LARGE'

  constructor(field: string, maxBytes: number) {
    const message = `A file in ${field} may have at most ${Math.floor(maxBytes / 1024 ** 2)} MiB`
    super(message, { field, rule: 'file_size' })
  }
}

/** The file is missing, one too many, or not what it claims to be. */
export class FileRefused extends DomainError {
  static status = 422
  static code = 'E_VALIDATION_ERROR'

  constructor(
    field: string,
    rule: 'required' | 'file_count' | 'file_type' | 'image',
    message: string
  ) {
    super(message, { field, rule })
  }
}

/** All files of one owner together would be larger than the quota. */
export class QuotaExceeded extends DomainError {
  static status = 422
  static code = 'E_QUOTA_EXCEEDED'

  constructor(field: string, quota: number) {
    const message = `All your files together may have at most ${quota / 1024 ** 2} MiB: remove some first`
    super(message, { field, rule: 'quota' })
  }
}

/** The disk has too little room left for anybody's upload. */
export class DiskFull extends DomainError {
  static status = 507
  static code = 'E_DISK_FULL'
  static message = 'There is no room for files right now'
}
