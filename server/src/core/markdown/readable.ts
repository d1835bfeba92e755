/**
 * Markdown's characters as a reader sees them: what entities stand for (`Layer&nbsp;2`, `2018&#8209;06`), and marks without the
 * backslashes before them. What is no entity stays as it is written.
 */
export const readable = (source: string): string =>
  // Most have neither, and getting the pattern ready takes longer than reading a list.
  source.includes('&') || source.includes('\\') ? source.replace(WRITTEN, decoded) : source

const WRITTEN = /\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,31}));/gu

function decoded(whole: string, mark?: string, decimal?: string, hex?: string, name?: string): string {
  if (mark !== undefined) return mark
  if (name !== undefined) return NAMED.get(name) ?? whole
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code)
}

/** Of the two thousand names that HTML has, those that authors write, and the tools that they copy from. */
const NAMED: ReadonlyMap<string, string> = new Map([
  // From U+00A0 on, without gaps.
  ...'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
    .split(' ')
    .map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  // Each with its character behind it.
  ...[
    'amp& lt< gt> quot" apos\' lbrack[ lsqb[ rbrack] rsqb] lpar( rpar) ast* lowbar_ num# vert| grave` bsol\\ excl! colon: comma, period. sol/',
    'OEligŒ oeligœ ScaronŠ scaronš ZcaronŽ zcaronž CcaronČ ccaronč CacuteĆ cacuteć LstrokŁ lstrokł NacuteŃ nacuteń SacuteŚ sacuteś YumlŸ',
    'ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d hyphen\u2010 dash\u2010 ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„',
    'dagger† Dagger‡ bull• hellip… prime′ Prime″ lsaquo‹ rsaquo› euro€ trade™ larr← rarr→ harr↔ minus− ne≠ le≤ ge≥ infin∞ asymp≈',
  ]
    .flatMap((pairs) => [...pairs.matchAll(/([a-zA-Z]+)([^a-zA-Z])/gu)])
    .map(([, name = '', character = '']) => [name, character] as const),
])
