/** Whether a rule offers a fix in its own example. Lines of carets are no part of the text. */
export function isFixable(rule, { lint, openDocument }) {
  const text = rule.example.bad.replace(/^ *\^.*\n/gm, '');
  return lint(openDocument(text), { today: '2026-01-01', rules: [rule] }).some(({ fix }) => fix);
}
