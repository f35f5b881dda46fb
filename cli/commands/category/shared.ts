import { parseWhole } from '../../options.ts'
import type { WriteOption } from '../../define/write.ts'

/** What staff need to change the tree of services, and its cities. */
export const PERMISSION = 'categories.manage'

/** Flags that create and update share. */
export const categoryOptions: WriteOption[] = [
  { flags: '--name <text>', description: 'what people read' },
  { flags: '--slug <slug>', description: 'what addresses say' },
  { flags: '--description <text>', description: 'one or two sentences' },
  {
    flags: '--position <n>',
    description: 'place among its siblings',
    parse: (text) => parseWhole(text),
  },
]
