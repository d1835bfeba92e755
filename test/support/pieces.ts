import fc from 'fast-check'

/** Pieces of which surveys are made, and pieces that break them. */
const PIECES = [
  '# Survey\n', '## Current initiatives\n', '### #1 Plasma\n', '### #2 Plasma\r\n', '### Loom\r\n', '### #? What else?\n', '### ???\n', '### \n', '#7 Loom\n---\n',
  '#### Strengths\n', '#### Threats to Tari\n', '#### Threats to us\r\n', '### Weaknesses\n', '_Weaknesses_\n\n', '\n_Who does it?_\n\n', '**What is it?**\n\n', '#### Opportunities [1]\n',
  '???\n', '- ???\n', '\n', '\r\n', '\n\n', 'None.\n', 'Prose with [1], ([2], [[3]]) and `[4]`.\n', 'Prose [1], [2]–[4], [[3]](https://c.org), [9].\n',
  '- a list\n', '  - deeper [5]\n', '1. one\n', '1. Two, https://b.org\n', '> quoted [6]\n',
  '## References\n', '## Observations\n', '[1] Title, https://a.org/x, Date accessed: 2018-06-07.\n', '[1] , , Date accessed: 2018-06-??.\n', "[2]: https://b.org 'Title'\n",
  '[[3]] A. Author, "T" [online]. Available: <https://c.org>.\n', '- [4] Four, https://a.org/x/, Date accessed: 2018-02-30.\n', '[3]: ????\n"T"\n', '[5]', '[[5]]:', '[999999]',
  '```\n', '~~~ts\n', '<!--', '-->\n', '<!-- survey-disable-file -->\n', '<!-- survey-disable-next-line -->\n', '<!-- survey-disable-section -->', '<div>\n', '</div>\n\n', '<?php', '---\n', '---\nsurvey: true\n---\n', 'Setext\n---\n', '===\n',
  '    code [7]\n', '\t', ' ', '[', ']', '[[', '[7', '](', '#', '###### ', '####### ', '$x [8]$ ', '$$', '\\', '*', '_', '😀', '漢字', 'e\u0301', '\u0000', '\ud800', '\ufeff',
  'x'.repeat(3000), 'long line '.repeat(500) + '\n\nAfter.\n\n',
]

export const anyPiece: fc.Arbitrary<string> = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) })

/** Any text, most often one that looks a little like a survey. */
export const anyText: fc.Arbitrary<string> = fc.array(anyPiece, { maxLength: 40 }).map((pieces) => pieces.join(''))
