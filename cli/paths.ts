/*
 * Where the tool keeps things. The same places on Linux and macOS: a config that is easy to find
 * beats one in ~/Library.
 */
import { homedir } from 'node:os'
import { join } from 'node:path'

export interface Paths {
  /** Profiles, settings, tokens. */
  config: string
  /** Journals of bulk runs. */
  state: string
  /** Nothing here is missed when deleted. */
  cache: string
}

/** The directories for this environment, created only when something is written. */
export function findPaths(env: NodeJS.ProcessEnv): Paths {
  return {
    config: env.SOUK_CONFIG_DIR || baseDirectory(env, 'XDG_CONFIG_HOME', 'APPDATA', '.config'),
    state:
      env.SOUK_STATE_DIR || baseDirectory(env, 'XDG_STATE_HOME', 'LOCALAPPDATA', '.local/state'),
    cache: env.SOUK_CACHE_DIR || baseDirectory(env, 'XDG_CACHE_HOME', 'LOCALAPPDATA', '.cache'),
  }
}

function baseDirectory(
  env: NodeJS.ProcessEnv,
  xdg: string,
  windows: string,
  fallback: string
): string {
  const base = env[xdg] || (process.platform === 'win32' ? env[windows] : undefined)
  return base ? join(base, 'souk') : join(env.HOME || homedir(), fallback, 'souk')
}
