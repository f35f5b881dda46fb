/** The version of the wire contract, sent as X-Api-Version. */
export const API_VERSION = '1'
