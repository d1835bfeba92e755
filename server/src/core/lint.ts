import type { Document } from './document'
import { rules } from './rules'
import { lookupOf } from './rules/shared/lookup'
import type { Finding, Rule, Severity } from './rules/rule'
import { silenceOf } from './survey/suppressions'

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
  /** The rules to run; all of them by default. */
  readonly rules?: readonly Rule[]
}

/** What the rules find in a survey, in text order. A file that is no survey has no findings. Never throws. */
export function lint(document: Document, options: LintOptions): readonly FoundBy[] {
  const { text, survey, recognition } = document
  if (!recognition.survey) return []
  const context = { text, survey, lookup: lookupOf(survey, text), today: options.today }
  const isSilent = silenceOf(survey.suppressions)
  const found: FoundBy[] = []
  for (const rule of options.rules ?? rules) {
    const severity = options.severities?.[rule.code] ?? rule.severity
    if (severity === 'off') continue
    try {
      for (const finding of rule.check(context)) {
        if (!isSilent(rule.code, finding.span.from)) found.push({ ...finding, rule, severity })
      }
    } catch (error) {
      options.onCrash?.(rule, error)
    }
  }
  return found.sort((a, b) => a.span.from - b.span.from)
}
