declare module 'pino-roll' {
  import type { SonicBoom, SonicBoomOpts } from 'sonic-boom'

  interface RollOptions extends Omit<SonicBoomOpts, 'dest'> {
    file: string
    frequency?: 'daily' | 'hourly' | number
    dateFormat?: string
    extension?: string
    limit?: { count: number }
  }

  export default function roll(options: RollOptions): Promise<SonicBoom>
}
