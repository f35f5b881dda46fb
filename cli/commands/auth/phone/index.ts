import { verbGroup } from '../../../define/command.ts'
import confirm from './confirm.ts'
import remove from './remove.ts'
import set from './set.ts'

export default verbGroup('phone', 'the phone number of this account', [set, confirm, remove])
