/** What a rule offers in its own example. Lines of carets are no part of the text. */
export function fixOf(rule, { lint, openDocument }) {
  const text = rule.example.bad.replace(/^ *\^.*\n/gm, '')
  const found = lint(openDocument(text), { today: '2026-01-01', rules: [rule] })
  if (found.some(({ fix }) => fix)) return 'yes'
  return found.some(({ operations }) => operations) ? 'shown first' : 'no'
}
