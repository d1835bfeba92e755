import { expect, test } from 'vitest'
import { survey } from '../support/cli'
import { folderWith } from '../support/folder'
import { breaches } from '../support/schema'

const SURVEY = `## Current initiatives

### #1 Plasma

#### Strengths

It settles in one second [1]. It is cheap to use.

#### Threats

We think that it may be abandoned [own].

## References

[1] Plasma, https://plasma.io.
`

test('survey stats tells how much has a citation, as text and as JSON', async () => {
  const cwd = folderWith({ 'a.md': SURVEY, 'b.md': '# Poem\n', 'c.md': '## Current initiatives\n\n### #1 Tea\n' })
  const text = await survey(['stats', 'a.md', 'b.md', 'c.md'], { cwd })
  expect(text).toEqual({
    code: 0,
    stderr: '',
    stdout: `a.md
  Strengths   50 % cited  1 of 2  1 without
  Threats      0 % cited  0 of 1  1 own
  Plasma      33 % cited  1 of 3  1 own, 1 without
  All         33 % cited  1 of 3  1 own, 1 without

b.md
  is not a survey

c.md
  claims nothing in sections that judge
`,
  })
  const json = await survey(['stats', '--format', 'json', 'a.md', 'b.md', 'c.md'], { cwd })
  const result = JSON.parse(json.stdout) as { readonly files: readonly unknown[] }
  expect(breaches('stats', result)).toBe('')
  expect(result.files[0]).toMatchObject({
    path: 'a.md',
    survey: true,
    claims: 3,
    cited: 1,
    own: 1,
    unsupported: 1,
    sections: [
      { kind: 'strengths', claims: 2 },
      { kind: 'threats', own: 1 },
    ],
    initiatives: [{ title: 'Plasma', claims: 3 }],
  })
})
