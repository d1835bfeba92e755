import { expect, test } from 'vitest'
import { readable } from '../../server/src/core'

test.each([
  ['Layer&nbsp;2', 'Layer\u00a02'],
  ['2018&#8209;06&#x2011;07', '2018‑06‑07'],
  ['A &amp; B &lt;C&gt; &quot;D&apos;', 'A & B <C> "D\''],
  ['G&ouml;del &eacute;t al&hellip;', 'Gödel ét al…'],
  ['&ldquo;Plasma&rdquo; &ndash; a primer&trade; &#128512;', '“Plasma” – a primer™ 😀'],
  [String.raw`Snake\_case \& \[7\] C:\dir`, String.raw`Snake_case & [7] C:\dir`],
  // What a reader sees of these is what is written.
  [
    String.raw`\&amp; &unknown; &amp A&B; & &#; &#x; &#xyz; R&D; ?a=1&copy=2`,
    '&amp; &unknown; &amp A&B; & &#; &#x; &#xyz; R&D; ?a=1&copy=2',
  ],
  ['&#0; &#xD800; &#1114112; &#9999999;', '� � � �'],
  ['&amp;nbsp;', '&nbsp;'],
  ['漢字 & 😀', '漢字 & 😀'],
  ['', ''],
])('%j is read as %j', (source, seen) => {
  expect(readable(source)).toBe(seen)
})
