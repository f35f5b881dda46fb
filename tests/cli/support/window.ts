/*
 * A window of tmux with a shell in it, looked at as a person would: by what is on the screen, not
 * by what was written to get it there.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { BINARY, until } from '#tests/cli/support/sandbox'
import type { Sandbox } from '#tests/cli/support/sandbox'

export const tmuxIsMissing = spawnSync('tmux', ['-V']).error !== undefined

export class Window {
  #socket: string

  private constructor(socket: string) {
    this.#socket = socket
  }

  /** Opens a shell where `souk` is the binary. */
  static async open(sandbox: Sandbox, columns: number, rows: number): Promise<Window> {
    const souk = `souk() { '${process.execPath}' '${BINARY}' "$@"; }\nPS1='ready> '\nunset HISTFILE\n`
    const start = await sandbox.write('bashrc', souk)
    const window = new Window(sandbox.path('tmux.sock'))
    const env = Object.entries({ ...sandbox.env, PAGER: 'cat' })
    window.#tmux(
      ...['-f', '/dev/null', 'new-session', '-d', '-x', String(columns), '-y', String(rows)],
      ...env.flatMap(([name, value]) => ['-e', `${name}=${value}`]),
      `exec bash --noprofile --rcfile '${start}' -i`
    )
    await window.shows('ready>')
    return window
  }

  #tmux(...args: string[]): string {
    return execFileSync('tmux', ['-S', this.#socket, ...args], { encoding: 'utf8' })
  }

  /** What is on the screen now, without the blanks at the ends of its lines. */
  get screen(): string {
    const text = this.#tmux('capture-pane', '-p')
    return text.replace(/ +$/gm, '').trimEnd()
  }

  get cursorIsShown(): boolean {
    return this.#tmux('display-message', '-p', '#{cursor_flag}').trim() === '1'
  }

  async shows(text: string): Promise<void> {
    await until(() => this.screen.includes(text), `"${text}"`).catch((error) => {
      throw new Error(`${error.message}; on the screen:\n${this.screen}`)
    })
  }

  type(text: string): void {
    this.#tmux('send-keys', '-l', text)
  }

  /** A key by its name, such as Enter or C-c. */
  press(key: string): void {
    this.#tmux('send-keys', key)
  }

  /** Clears the screen and runs a line of shell. */
  run(line: string): void {
    this.type(`clear; ${line}`)
    this.press('Enter')
  }

  resize(columns: number, rows: number): void {
    this.#tmux('resize-window', '-x', String(columns), '-y', String(rows))
  }

  /** Exit code of the last line, and how it has left the terminal. */
  async afterwards(): Promise<{ code: number; echoes: boolean; readsLines: boolean }> {
    // What is typed before the shell asks again would be read by the program that is ending.
    await until(() => this.screen.endsWith('ready>'), 'the shell')
    this.type('code=$?; clear; echo "code=$code."; stty -a; echo en""d')
    this.press('Enter')
    await this.shows('end')
    const { screen } = this
    return {
      code: Number(/code=(\d+)\./.exec(screen)?.[1]),
      echoes: / echo /.test(screen.replaceAll('\n', ' ')),
      readsLines: / icanon /.test(screen.replaceAll('\n', ' ')),
    }
  }

  close(): void {
    this.#tmux('kill-server')
  }
}
