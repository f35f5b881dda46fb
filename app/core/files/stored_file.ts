import { FileSchema } from '#database/schema'

/** A file on the disk (local folder or S3), and whose it is. Its bytes never change. */
export default class StoredFile extends FileSchema {
  static table = 'files'
  static selfAssignPrimaryKey = true
}
