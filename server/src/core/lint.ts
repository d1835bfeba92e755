import type { Document } from './document'
import { claimsIn } from './evidence/claims'
import { movedFindings, type Memory } from './memory'
import { rules } from './rules'
import { lookupOf } from './rules/shared/lookup'
import type { Finding, Rule, RuleContext, Severity } from './rules/rule'
import { profiles } from './survey/profiles'
import { INFERRED } from './survey/structure/inferred'
import { silenceOf } from './survey/suppressions'
import type { Edit } from './text/edit'
import { once } from './text/once'

/** A finding and the rule that made it, at the severity that the author asked for. */
export interface FoundBy extends Finding {
  readonly rule: Rule
  readonly severity: Severity
}

export const severities = ['off', 'hint', 'information', 'warning', 'error'] as const

/** What the author wants of each rule, by its code. Left out: the rule's own severity. */
export type RuleSeverities = Readonly<Record<string, (typeof severities)[number]>>

export interface LintOptions {
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string
  readonly severities?: RuleSeverities
  /** Is told when a rule throws; the others still report. */
  readonly onCrash?: (rule: Rule, error: unknown) => void
  /** Whether to check also what nobody has said to be a survey, but is built like one. */
  readonly candidates?: boolean
  /** The rules to run; all of them by default. */
  readonly rules?: readonly Rule[]
}

/** What the rules find in a survey, in text order. A file that is not a survey has no findings. Never throws. */
export function lint(document: Document, options: LintOptions): readonly FoundBy[] {
  const { survey, isCandidate } = document.recognition
  if (!survey && !(isCandidate && options.candidates)) return []
  const isInferred = document.survey.profile.name === INFERRED
  const context = contextOf(document, options.today)
  const found: FoundBy[] = []
  for (const rule of options.rules ?? rules) {
    // Whoever names the rules to run has asked for each of them.
    const chosen = options.severities?.[rule.code] ?? (rule.isOff && !options.rules ? 'off' : undefined)
    if (chosen === 'off' || (isInferred && rule.prescribes)) continue
    try {
      for (const finding of findingsOf(rule, context, document.memory))
        found.push({ ...finding, rule, severity: chosen ?? finding.severity ?? rule.severity })
    } catch (error) {
      options.onCrash?.(rule, error)
    }
  }
  return audible(found, document).sort((a, b) => a.span.from - b.span.from)
}

/** What mends findings of a document, of any rules, together. One fix that several share is made once. */
export function editsForAll(document: Document, today: string, findings: readonly FoundBy[]): readonly Edit[] {
  const context = contextOf(document, today)
  const found = [...new Set(findings.map(({ rule }) => rule))]
  return found.flatMap((rule) => {
    const own = findings.filter((finding) => finding.rule === rule)
    return rule.mendTogether?.(own, context) ?? [...new Set(own.map(({ fix }) => fix?.edits() ?? []))].flat()
  })
}

/** Nothing of it is looked at before a rule asks. */
function contextOf(document: Document, today: string): RuleContext {
  const lookup = once(() => lookupOf(document.survey))
  const claims = once(() => claimsIn(document.markdown, document.buffer, document.survey))
  return {
    today,
    text: document.buffer,
    get profiles() {
      return [...new Set([...profiles.map(({ name }) => name), ...(document.hints.config?.profiles.keys() ?? [])])]
    },
    get survey() {
      return document.survey
    },
    get claims() {
      return claims()
    },
    get lookup() {
      return lookup()
    },
  }
}

/** What a rule finds, or has found in an earlier version and would find again. */
function findingsOf(rule: Rule, context: RuleContext, { findings }: Memory): readonly Finding[] {
  const known = findings.get(rule)
  const again = once(() => [...rule.check(context)])
  const kept =
    known?.today === context.today
      ? known.changes.length === 0
        ? known.findings
        : movedFindings(known, (index) => editsOf(again()[index]))
      : undefined
  const found = kept ?? again()
  findings.set(rule, { today: context.today, findings: found, changes: [] })
  return found
}

function editsOf(finding: Finding | undefined): readonly Edit[] {
  if (!finding?.fix) throw new Error('A finding that only moved has lost its fix.')
  return finding.fix.edits()
}

/** Without what comments in the text ask to be silent about. */
function audible(found: FoundBy[], document: Document): FoundBy[] {
  if (document.gathered.directives.length === 0) return found
  const isSilent = silenceOf(document.survey.suppressions)
  return found.filter(({ rule, span }) => !isSilent(rule.code, span.from))
}
