/** Whether an address is of this machine, where a stand-in may speak plain http. */
export function isOnThisMachine(address: string): boolean {
  return ['127.0.0.1', 'localhost'].includes(URL.parse(address)?.hostname ?? '')
}

/** Whether nobody on the way can read or change what is asked there: https, or this machine. */
export function isPrivateWay(address: string): boolean {
  const protocol = URL.parse(address)?.protocol
  return protocol === 'https:' || (protocol === 'http:' && isOnThisMachine(address))
}
