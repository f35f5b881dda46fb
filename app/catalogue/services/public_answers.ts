/*
 * The public lists and pages of the catalogue, kept as finished text for a moment: under load most
 * requests ask for the same few. What this process changes shows at once; what another one changes,
 * within a second.
 */
import type { Transaction } from '#core/database/write'
import type { FinishedJson } from '#core/http/finished_json'
import { clock, SECOND } from '#core/support/clock'

const KEPT_FOR = SECOND
/** of some 20 KB each */
const MOST = 500

interface Answer {
  json: string
  until: number
}

const answers = new Map<string, Answer>()
const asking = new Map<string, Promise<string>>()
/** how often the answers were forgotten: one that was asked for before is not kept */
let forgotten = 0

/**
 * What `make` returns as finished text, or what it returned a moment ago for the same key. The answer
 * must depend on nothing but the key.
 */
export async function publicAnswer<T>(
  key: string,
  make: () => Promise<T>
): Promise<FinishedJson<T>> {
  return { text: known(key) ?? (await ask(key, make)) }
}

function known(key: string): string | undefined {
  const answer = answers.get(key)
  return answer && answer.until > clock.now() ? answer.json : undefined
}

function ask(key: string, make: () => Promise<unknown>): Promise<string> {
  const running = asking.get(key)
  if (running) return running
  const turn = forgotten
  const until = clock.now() + KEPT_FOR
  const asked = make()
    .then((answer) => {
      const json = JSON.stringify(answer)
      if (turn === forgotten) keep(key, { json, until })
      return json
    })
    .finally(() => {
      if (asking.get(key) === asked) asking.delete(key)
    })
  asking.set(key, asked)
  return asked
}

function keep(key: string, answer: Answer) {
  if (answers.size >= MOST) answers.clear()
  answers.set(key, answer)
}

/** Makes this process read the catalogue anew. */
export function forgetAnswers() {
  forgotten++
  answers.clear()
  asking.clear()
}

/** The same as soon as a transaction has committed: whoever changes what lists show calls it. */
export function forgetAnswersAfter(trx: Transaction) {
  trx.after('commit', forgetAnswers)
}
