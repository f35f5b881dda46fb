/** The command that proves it without a terminal. */
export function stepUpRecipe(methods: string[]): string {
  return methods.includes('password')
    ? 'souk auth step-up --password-stdin < password.txt, then the same command'
    : 'souk auth step-up --otp-stdin < code.txt, then the same command'
}
