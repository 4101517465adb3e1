/**
 * Formats of VAT numbers without their prefix, by country (ISO 3166-1 alpha-2), as the VIES of the European Commission lists them:
 * `#` a digit, `@` a letter, `?` a letter, digit, `+` or `*`; anything else stands for itself.
 */
export const vatFormats: Readonly<Record<string, readonly string[]>> = {
  AT: ['U########'],
  BE: ['0#########', '1#########'],
  BG: ['#########', '##########'],
  CY: ['########@'],
  CZ: ['########', '#########', '##########'],
  DE: ['#########'],
  DK: ['########'],
  EE: ['#########'],
  ES: ['@########', '########@', '@#######@'],
  FI: ['########'],
  FR: ['??#########'],
  GR: ['#########'],
  HR: ['###########'],
  HU: ['########'],
  IE: ['#######@', '#######@@', '#?#####@'],
  IT: ['###########'],
  LT: ['#########', '############'],
  LU: ['########'],
  LV: ['###########'],
  MT: ['########'],
  NL: ['#########B##'],
  PL: ['##########'],
  PT: ['#########'],
  RO: ['##', '###', '####', '#####', '######', '#######', '########', '#########', '##########'],
  SE: ['############'],
  SI: ['########'],
  SK: ['##########'],
}
/** The prefix of a country's VAT numbers: its code, but EL for Greece. */
export const vatPrefix = (country: string): string => (country === 'GR' ? 'EL' : country)
