/*
 * Runs a documented session of shell commands and holds what it prints against the answers that the
 * document shows. What differs from run to run (ids, times, tokens, codes) is learnt as it appears
 * and put into the commands that follow, as a reader would do by hand.
 */

export interface Step {
  command: string
  /** what the document shows; empty when it shows nothing */
  answer: string
}

export interface Chapter {
  /** the bold words that it begins with */
  title: string
  steps: Step[]
}

/** The chapters of a section of Markdown, and the commands in their fenced blocks (`$ …`). */
export function chaptersOf(markdown: string, section: string): Chapter[] {
  const text = markdown.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? ''
  const [, ...parts] = text.split(/^\*\*/m)
  return parts.map((part) => {
    const blocks = [...part.matchAll(/^```\n(.*?)^```$/gms)].map(([, block]) => block)
    return { title: part.slice(0, part.indexOf('**')), steps: blocks.flatMap(stepsOf) }
  })
}

function stepsOf(block: string): Step[] {
  const steps: Step[] = []
  for (const line of block.split('\n')) {
    const last = steps.at(-1)
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), answer: '' })
    else if (last && !last.answer && isUnfinished(last.command)) last.command += `\n${line}`
    else if (last && line.trim()) last.answer += `${line}\n`
  }
  return steps
}

/** A quote is open, or the line goes on. */
function isUnfinished(command: string): boolean {
  return command.endsWith('\\') || (command.match(/'/g) ?? []).length % 2 === 1
}

const ELLIPSIS = '…'
/** ids (whole, or cut by an ellipsis), numbers of orders, times, codes of six digits in mails */
const CHANGING =
  /\b[a-z]{3}_[0-9a-z]{26}\b|\b[a-z]{3}_[0-9a-z]+…|\bS\d{6}-[0-9A-Z]{8}\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z|(?<=code is )\d{6}|\bkey [0-9a-f]+…/g

/** What the document's ids and codes are called in this run. */
export class Dictionary {
  #names = new Map<string, string>()

  /** The command as a reader would type it now. */
  translate(command: string): string {
    let text = command
    for (const [shown, real] of this.#names) text = text.replaceAll(shown, real)
    return text
  }

  /**
   * Holds an answer against the document's, and learns from it.
   *
   * @returns what is wrong, or null
   */
  compare(shown: string, real: string): string | null {
    const lines = shown.trim().split('\n')
    let rest = real
    for (const line of lines) {
      const { pattern, learnt } = this.#patternOf(line)
      const match = pattern.exec(rest)
      if (!match) return `${line}\nis not in\n${rest.slice(0, 2_000)}`
      learnt.forEach((name, at) => this.#names.set(name, match[at + 1]))
      rest = rest.slice(match.index + match[0].length)
    }
    return null
  }

  #patternOf(line: string) {
    const learnt: string[] = []
    let pattern = ''
    let from = 0
    for (const found of line.matchAll(CHANGING)) {
      pattern += literal(line.slice(from, found.index))
      pattern += this.#changing(found[0], learnt)
      from = found.index + found[0].length
    }
    return { pattern: new RegExp(pattern + literal(line.slice(from))), learnt }
  }

  #changing(word: string, learnt: string[]): string {
    const known = this.#names.get(word)
    if (known) return escape(known)
    if (word.startsWith('key ')) return 'key \\S+'
    if (word.endsWith(ELLIPSIS)) return `${word.slice(0, 4)}\\w*?`
    if (/^\d{4}-/.test(word)) return '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z'
    learnt.push(word)
    if (/^\d{6}$/.test(word)) return '(\\d{6})'
    return word.startsWith('S') ? '(S\\d{6}-\\w{8})' : `(${word.slice(0, 4)}\\w{26})`
  }
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const literal = (text: string) => text.split(ELLIPSIS).map(escape).join('[\\s\\S]*?')
