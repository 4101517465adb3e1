export const SHORTEST = 12
export type Strength = 0 | 1 | 2 | 3 | 4

/** How hard a password is to guess, by its length and by how many different characters and kinds of them it has. */
export function strengthOf(password: string): Strength {
  if (password.length < SHORTEST) return 0
  const different = new Set(password.toLowerCase()).size
  if (different < 6 || /^(.{1,4})\1+$/.test(password)) return 1
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length
  const points =
    Number(password.length >= 16) + Number(password.length >= 20) + Number(kinds >= 3) + Number(different >= 12)
  return points >= 3 ? 4 : points === 2 ? 3 : points === 1 ? 2 : 1
}
