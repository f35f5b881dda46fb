/*
 * A process of its own, on the database of a run: opens accounts that have a confirmed phone and a
 * second factor. Arguments: how many, the file that they are written to.
 */
import { writeFileSync } from 'node:fs'
import { phoneOf, SOMEBODY, type Known } from './enumeration.js'
import { inApp } from './in_app.js'

const [count, file] = process.argv.slice(2)
await inApp(async () => {
  const { actorOfRole } = await import('#tests/helpers/actors')
  const guarded: Known['guarded'] = []
  for (let n = 0; n < Number(count); n++) {
    const phone = phoneOf(SOMEBODY, n)
    const { user } = await actorOfRole('client', {
      phone,
      phoneVerifiedAt: Date.now(),
      twoFactor: 'email',
    })
    guarded.push({ email: user.email!, phone })
  }
  writeFileSync(file, JSON.stringify(guarded))
})
