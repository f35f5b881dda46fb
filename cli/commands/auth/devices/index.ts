import { verbGroup } from '../../../define/command.ts'
import forget from './forget.ts'
import list from './list.ts'

export default verbGroup('devices', 'the devices that know this account', [list, forget])
