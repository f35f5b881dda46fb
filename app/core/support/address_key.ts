/*
 * Whom an address stands for where requests are counted. One household or one rented server has a
 * whole IPv6 /64, that is 2^64 addresses to come from, so they are one; IPv4 written as IPv6 is IPv4.
 */

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i
/** the groups of a /64 */
const NETWORK = 4
const GROUPS = 8

/** @param ip as `request.ip()` gives it: nothing, once the caller has hung up */
export function addressKey(ip: string | undefined): string {
  if (!ip?.includes(':')) return ip ?? ''
  const mapped = MAPPED.exec(ip)
  if (mapped) return mapped[1]
  const [head, tail] = ip.split('%')[0].split('::')
  const [before, after] = [groupsOf(head), groupsOf(tail)]
  const left = tail === undefined ? 0 : Math.max(0, GROUPS - before.length - after.length)
  const groups = [...before, ...Array<string>(left).fill('0'), ...after]
  return `${groups.slice(0, NETWORK).join(':')}::/64`
}

/** Without leading zeros; an IPv4 address at the end counts as two. */
function groupsOf(part: string | undefined): string[] {
  if (!part) return []
  return part
    .split(':')
    .flatMap((group) => (group.includes('.') ? ['v4', 'v4'] : group.replace(/^0+(?=.)/, '')))
    .map((group) => group.toLowerCase())
}
