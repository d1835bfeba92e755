import { CodeActionKind } from 'vscode-languageserver'
import { overlaps, type FoundBy, type Span } from '../../core'
import type { Mending, Offer } from './offer'

/** Of a long selection so many findings are offered one by one: nobody chooses among more. What mends all of a kind is always there. */
const MOST_FINDINGS_OFFERED = 10

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.survey`

/** What mends the findings that share a character with a span or touch it. What that would change is not computed here. */
export function quickFixes(findings: readonly FoundBy[], at: Span): readonly Offer[] {
  const here = findings.filter(({ span }) => overlaps(span, at))
  const fixable = here.filter(({ fix }) => fix)
  const ofOne = fixable
    .filter((finding) => !mendsAll(finding))
    .slice(0, MOST_FINDINGS_OFFERED)
    .map((finding) => ofFinding('fix', finding.fix?.title ?? '', [finding]))
  const ofAKind = [...grouped(fixable, ({ rule }) => [rule])]
    .filter(
      ([rule, [first]]) =>
        rule.fixAll !== undefined &&
        (mendsAll(first) || findings.filter((finding) => finding.rule === rule && finding.fix).length > 1),
    )
    .map(([rule, found]) =>
      quickFix(rule.fixAll ?? '', found, { by: 'all fixes', rule: rule.code }, mendsAll(found[0])),
    )
  const operations = [...grouped(here, ({ operations = [] }) => operations.map(({ title }) => title))]
    .slice(0, MOST_FINDINGS_OFFERED)
    .map(([title, found]) => ofFinding('operation', title, found))
  return [...ofOne, ...ofAKind, ...operations]
}

/** Every fix that loses nothing, as one offer. */
export function fixAll(findings: readonly FoundBy[]): readonly Offer[] {
  return findings.some(({ rule, fix }) => rule.safe && fix)
    ? [
        {
          title: 'Fix everything in this survey that can be fixed without loss',
          kind: FIX_ALL,
          findings: [],
          isPreferred: false,
          mends: { by: 'safe fixes' },
        },
      ]
    : []
}

/** Whether its own fix is already the one of all of its kind. */
const mendsAll = ({ rule, fix }: FoundBy): boolean => fix?.title === rule.fixAll

/** The findings by what they have in common, without those that have nothing. In each group there is one at least. */
function grouped<K>(
  findings: readonly FoundBy[],
  keysOf: (finding: FoundBy) => readonly K[],
): ReadonlyMap<K, readonly [FoundBy, ...FoundBy[]]> {
  const groups = new Map<K, [FoundBy, ...FoundBy[]]>()
  for (const finding of findings) {
    for (const key of keysOf(finding)) {
      const group = groups.get(key)
      if (group) group.push(finding)
      else groups.set(key, [finding])
    }
  }
  return groups
}

const ofFinding = (by: 'fix' | 'operation', title: string, findings: readonly [FoundBy, ...FoundBy[]]): Offer => {
  const [{ rule, span }] = findings
  return quickFix(title, findings, { by, rule: rule.code, from: span.from, title }, by === 'fix')
}

const quickFix = (title: string, findings: readonly FoundBy[], mends: Mending, isPreferred: boolean): Offer => ({
  title,
  kind: CodeActionKind.QuickFix,
  findings: findings.slice(0, MOST_FINDINGS_OFFERED),
  isPreferred,
  mends,
})
