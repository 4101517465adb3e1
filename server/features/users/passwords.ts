import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes: the first choice of OWASP's password storage sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** Takes as long for an account that does not exist as for one that does. */
export async function matches(passwordHash: string | undefined, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobodysHash), password.normalize('NFKC'))
  return right && passwordHash !== undefined
}
const nobodysHash = hashPassword(crypto.randomUUID())

/** Long passwords that are tried first all the same. */
const common = new Set(
  `123456789012 1234567890123 12345678901234 123412341234 111111111111 000000000000 123123123123 112233445566 121212121212
  password1234 password12345 passwordpassword mypassword123 password123456 passw0rd1234 p@ssw0rd1234 password2024 password2025
  password2026 qwertyuiop12 qwertyuiop123 qwertyqwerty qwerty123456 qwerty1234567 qwertyuiopasdf 1q2w3e4r5t6y 1qaz2wsx3edc
  1qaz2wsx3edc4rfv asdfghjkl123 asdfghjklzxc zxcvbnm12345 abcdefghijkl abcdefgh1234 abcd1234abcd abc123abc123 iloveyou1234
  iloveyouforever administrator administrator1 admin1234567 adminadmin12 welcome12345 welcome123456 letmein12345 changeme1234
  football1234 baseball1234 liverpool123 manchester12 superman1234 sunshine1234 princess1234 dragon123456 monkey123456
  trustno1trustno1 computer1234 internet1234 samsung12345 whatever1234 michael12345 jennifer1234 alexander123 elizabeth123
  passwordsicura password-1234 ciaociaociao ciaociao1234 juventus1897 juventus1234 forzajuventus forzanapoli1 forzainter12
  forzamilan12 andreaandrea francesco123 francesca123 alessandro12 alessandra12 giuseppe1234 napoli192612 amoreamore12
  tiamotiamo12 tiamo1234567 buongiorno12 benvenuto123 carteggio123 carteggio1234`.split(/\s+/),
)

/** Whether a password is among the first that anybody would try: a well-known one, one character over and over, or the account itself. */
export function isGuessable(password: string, { email, name }: { email: string; name: string }): boolean {
  const plain = password.toLowerCase()
  return (
    common.has(plain) ||
    new Set(plain).size < 4 ||
    plain === email.toLowerCase() ||
    plain.replaceAll(' ', '') === name.toLowerCase().replaceAll(' ', '')
  )
}
