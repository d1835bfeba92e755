import type { Edit } from '../text/edit'
import type { Span } from '../text/span'
import type { Text } from '../text/text'
import type { Aspect } from '../survey/aspects'
import type { Survey } from '../survey/model'
import type { Claim } from '../evidence/claims'
import type { Lookup } from './shared/lookup'

/** What a rule is: one file, one entry in `index.ts`. Settings, documentation and quick fixes follow from it. */
export interface Rule {
  /** Kebab-case words; the file has the same name. */
  readonly code: string
  readonly severity: Severity
  /** Whether it is silent until somebody asks for it, by a severity. */
  readonly isOff?: boolean
  /** One line, for the settings and the tables of the documentation. */
  readonly summary: string
  /** Why an author should care, in one or two sentences. */
  readonly rationale: string
  /**
   * Run by the tests as of 2018-06-14: `bad` has the findings that its carets label and no others, `good` is silent, and
   * the fixes turn the one into the other, save for placeholders, which `good` has filled in.
   */
  readonly example: { readonly bad: string; readonly good: string }
  /**
   * What mends every finding of this rule at once is called this. Absent where fixes are for one place only. A fix of that
   * title mends them all, wherever it is offered.
   */
  readonly fixAll?: string
  /** Whether its fixes lose no text and need no thought, so that a save may apply them. */
  readonly safe?: boolean
  /**
   * What its findings follow from, besides labels and the profile: where an edit leaves all of that as it was, the findings
   * are the same ones, and only move along with the text. Left out, the rule looks again at every change, as with `text` here: naming
   * less is for speed alone, and `test/core/reads.property.test.ts` holds that nothing is named too little.
   */
  readonly reads?: readonly Aspect[]
  /** Whether what it says of what it has found depends on further words of the text, while whether it finds anything does not. */
  readonly quotes?: boolean
  /** Whether it finds fault with how the profile wants labels: that says nothing where the profile is inferred from the file. */
  readonly prescribes?: boolean
  /** Findings are shown faded, for text that nothing uses. */
  readonly unnecessary?: boolean
  check(context: RuleContext): Iterable<Finding>
  /** How several of its findings are mended at once, where that is not all that mends each of them. */
  mendTogether?(findings: readonly Finding[], context: RuleContext): readonly Edit[]
}

export type Severity = 'hint' | 'information' | 'warning' | 'error'

/** What its setting has where nobody has set it. */
export const defaultSeverity = ({ isOff, severity }: Rule): Severity | 'off' => (isOff ? 'off' : severity)

export interface RuleContext {
  /** Of a large file, the whole as one string costs more than a check: only a fix may ask for it. */
  readonly text: Text
  readonly survey: Survey
  readonly lookup: Lookup
  /** What judging sections claim, in text order; found out when a rule asks. */
  readonly claims: readonly Claim[]
  /** The names that a front matter may ask for a profile by. */
  readonly profiles: readonly string[]
  /** The day the check is made, `YYYY-MM-DD`. */
  readonly today: string
}

export interface Finding {
  /** On one line: a label, a number. */
  readonly span: Span
  /** Says what is wrong and what to do, to somebody who is tired. */
  readonly message: string
  readonly related?: readonly Related[]
  /** Where it weighs less than what the rule finds otherwise, unless the author has chosen a severity. */
  readonly severity?: Severity
  /** How it can be mended where it stands. */
  readonly fix?: Fix
  /** Operations that mend it and more, the one to suggest first, to be looked at before one is carried out. Data, as rules know no operations. */
  readonly operations?: readonly OperationToOffer[]
}

export interface OperationToOffer {
  readonly id: string
  readonly choices: Readonly<Record<string, string>>
  readonly title: string
}

export interface Related {
  readonly span: Span
  readonly message: string
}

export interface Fix {
  readonly title: string
  /** Computed when somebody asks: most findings are never mended this way. Findings that one fix mends together have the same list. */
  readonly edits: () => readonly Edit[]
}
