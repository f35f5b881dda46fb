import { verbGroup } from '../../../define/command.ts'
import list from './list.ts'
import revoke from './revoke.ts'

export default verbGroup('sessions', 'the devices somebody is logged in on', [list, revoke])
