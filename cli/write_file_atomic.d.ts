/** The package brings no types. */
declare module 'write-file-atomic' {
  export default function writeFileAtomic(
    path: string,
    data: string,
    options: { mode: number }
  ): Promise<void>
}
