import { verbGroup } from '../../../define/command.ts'
import add from './add.ts'
import edit from './edit.ts'
import list from './list.ts'
import remove from './delete.ts'

export default verbGroup('note', 'what colleagues noted about somebody', [list, add, edit, remove])
