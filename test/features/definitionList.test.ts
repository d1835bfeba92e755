import { expect, test } from 'vitest'
import { completion } from '../../server/src/features/completion'
import { definition } from '../../server/src/features/definition'
import { hover } from '../../server/src/features/hover'
import { check } from '../support/check'

/** A list of nothing but link definitions. */
const defined = (prose: string): string => `---
survey: true
---

${prose}

## Citations

[7]: https://plasma.io/primer "Plasma: a primer"
[12]: https://rsk.co
`

test('a link definition is what is cited, where there is nothing else', async () => {
  expect(await check(definition, defined('See [$07].'))).toEqual(['9:1 “[7]”'])
  expect(await check(definition, defined('See [7].').replace('[7]: h', '[$07]: h'))).toEqual(['5:6 “7”'])
  expect((await check(hover, defined('See [$07].')))[1]).toContain('Plasma: a primer')
})

test('and what is offered', async () => {
  const offered = await check(completion, defined('See [$0'))
  expect(offered).toHaveLength(2)
  expect(offered[0]).toContain('Plasma: a primer → See [7]$0')
  expect(offered[1]).toContain('→ See [12]$0')
})
