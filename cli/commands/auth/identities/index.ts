import { verbGroup } from '../../../define/command.ts'
import link from './link.ts'
import list from './list.ts'
import unlink from './unlink.ts'

export default verbGroup('identities', 'accounts at Google and Azure that open this one', [
  list,
  link,
  unlink,
])
