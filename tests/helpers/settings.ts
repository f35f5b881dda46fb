import env from '#start/env'

/**
 * Changes a setting for this process alone: what is started from now on still gets the old one. (The
 * framework writes what is set into process.env, secrets as "[redacted]".)
 */
export function setSetting(name: Parameters<typeof env.set>[0], value: unknown) {
  const stored = process.env[name]
  env.set(name, value as never)
  if (stored === undefined) delete process.env[name]
  else process.env[name] = stored
}
