import { expect, test } from 'vitest'
import { matchesGlob } from '../../server/src/core/text/glob'

test.each([
  ['a.md', 'a.md'],
  ['./a.md', 'a.md'],
  ['/a.md', 'a.md'],
  ['*.md', 'a.md'],
  ['*.md', '.md'],
  ['a*.md', 'a.md'],
  ['?.md', '😀.md'],
  ['**', 'a/b.md'],
  ['**/*.md', 'a.md'],
  ['**/*.md', 'a/b/c.md'],
  ['surveys/**', 'surveys/a/b.md'],
  ['surveys/**/*.md', 'surveys/a.md'],
  ['surveys/**/*.md', 'surveys/a/b/c.md'],
  ['**/a/**/b.md', 'x/a/y/z/b.md'],
  ['**/**/**/x.md', 'x.md'],
  ['a**.md', 'abc.md'],
  ['**.md', 'a.md'],
  ['{a,b}.md', 'b.md'],
  ['{a,{b,c}d}.md', 'cd.md'],
  ['{**/,}a.md', 'x/a.md'],
  ['x{,y}.md', 'x.md'],
  ['{docs/**,a.md}', 'docs/x/y.md'],
  ['**/{a,b/**}', 'z/b/c.md'],
  ['[a-c].md', 'b.md'],
  ['[!a-c].md', 'd.md'],
  ['[]].md', '].md'],
  ['[a-].md', '-.md'],
  ['[-a].md', '-.md'],
  ['[!a-c].md', '-.md'],
  ['\\*.md', '*.md'],
  ['a\\{b.md', 'a{b.md'],
  ['{a.md', '{a.md'],
  ['[a.md', '[a.md'],
  ['a b.md', 'a b.md'],
  ['.hidden/*', '.hidden/a.md'],
])('%s matches %s', (glob, path) => {
  expect(matchesGlob(glob, path)).toBe(true)
})

test.each([
  ['', 'a.md'],
  ['a.md', 'b/a.md'],
  ['*.md', 'a/b.md'],
  ['?.md', '/.md'],
  ['**/a', 'ba'],
  ['a/**', 'ab'],
  ['a**b', 'a/b'],
  ['surveys/*.md', 'surveys/a/b.md'],
  ['{a,b}.md', 'c.md'],
  ['[a-c].md', 'd.md'],
  ['[!a-c].md', 'a.md'],
  ['[!a].md', '/.md'],
  ['[a-c].md', '-.md'],
  ['!a.md', 'b.md'],
  ['\\*.md', 'a.md'],
  ['A.md', 'a.md'],
  ['a.md', 'a.mdx'],
  ['[z-a]', 'b'],
])('%s does not match %s', (glob, path) => {
  expect(matchesGlob(glob, path)).toBe(false)
})

test('no glob takes long, however it is made', () => {
  const long = 'a'.repeat(2000)
  const globs = [
    `${'*a'.repeat(300)}b`,
    `${'**/'.repeat(300)}b`,
    `${'{a,aa}'.repeat(100)}b`,
    `${'{'.repeat(300)}a${'}'.repeat(300)}`,
    `${'{*,'.repeat(100)}${'}'.repeat(100)}b`,
    '{'.repeat(900),
    '['.repeat(900),
    '(a+)+'.repeat(100),
    '\\',
  ]
  const before = performance.now()
  for (const glob of globs) for (const path of [long, 'a/'.repeat(1000)]) expect(matchesGlob(glob, path)).toBe(false)
  expect(performance.now() - before).toBeLessThan(5000)
})
