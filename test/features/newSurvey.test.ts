import { expect, test } from 'vitest'
import { newSurvey } from '../../server/src/features/newSurvey'
import { check } from '../support/check'

test('a whole survey, the cursor in its title, the stops in the order of the text', async () => {
  const [text = ''] = await check(newSurvey, '')
  expect(text).toMatch(/^# \$\{1:\?\?\?\}\n\n\$\{2:\?\?\?\}\n\n## Current initiatives\n\n### #1 \$\{3:\?\?\?\}\n/u)
  expect([...text.matchAll(/\$\{(\d+):/gu)].map(([, stop]) => Number(stop))).toEqual(
    Array.from({ length: 11 }, (_, i) => i + 1),
  )
  expect(text.match(/^## .*$/gmu)).toEqual(['## Current initiatives', '## Observations', '## References'])
  expect(text).toMatch(/\n\$0$/u)
})
