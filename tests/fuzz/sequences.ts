import type { Target } from './target.js'
export async function trySequences(_target: Target) {}
