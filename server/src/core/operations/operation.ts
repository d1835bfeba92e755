import type { Alternative, Refusal } from '../refusal'
import type { Document } from '../document'
import type { Edit } from '../text/edit'
import type { Span } from '../text/span'

/**
 * Something that changes a survey as a whole: renumber, merge, convert. One file each, listed in `index.ts`; the command
 * line, the server and the client loop over that table. An operation changes nothing itself: it plans edits, tells what
 * they come to, and refuses where it cannot keep every citation's source.
 */
export interface Operation {
  /** Kebab-case words, as the file is called. */
  readonly id: string
  /** As a menu has it: `Renumber References`. */
  readonly title: string
  /** One sentence. */
  readonly summary: string
  readonly options: readonly OperationOption[]
  /** Which values of its options are what a survey has already; nothing where that cannot be said. */
  current?(document: Document): Choices
  /** What it would do to a survey. Never fails: what cannot be done safely, and an option that makes no sense, is a refusal. */
  plan(document: Document, choices: Choices): Outcome
}

export interface OperationOption {
  /** As on the command line: `by` for `--by`. */
  readonly name: string
  /** As a menu has it: `Link definitions`. */
  readonly title?: string
  readonly summary: string
  /** Whether it stands for the whole of what is converted, or for a part of that. */
  readonly scope?: 'whole' | 'part'
  /** What may be chosen, the default first; left out for a number or a place in the text (`12`, a UTF-16 offset), or as `form` says. */
  readonly values?: readonly OptionValue[]
  /** What may be written where there are no values: a number from 1 on, unless this says several of them (`3,7`), a day (`2018-06-07`), an offset (from 0 on) or a name. */
  readonly form?: OptionForm
  /** Whether it has no default. */
  readonly required?: boolean
}

export interface OptionValue {
  readonly value: string
  /** As a menu has it: `IEEE with links`. One without is for what stands beside it on a command line. */
  readonly title?: string
  readonly summary: string
  /** Whether it is for what is selected only. */
  readonly isForSelection?: true
}

export type OptionForm = 'number' | 'numbers' | 'day' | 'offset' | 'name'

/** What was chosen for each option, by its name. */
export type Choices = Readonly<Record<string, string>>

export type Outcome = Plan | Refusal

export interface Plan {
  /** All for the document's text; to be made together, as one undo. None where there is nothing to do. */
  readonly edits: readonly Edit[]
  /** What becomes of each number, or part of the dialect, that changes, in text order: for a preview. */
  readonly changes: readonly PlannedChange[]
  /** What cannot be kept, a sentence each: to be shown before anything happens. */
  readonly losses: readonly string[]
  /** What stays as it is, but may not be what the author thinks, a sentence each: for the same preview. */
  readonly notes?: readonly string[]
  /** What to choose for the same operation to bring the text back exactly, where that is not plain. */
  readonly wayBack?: Choices
  /** Other ways to do it, for a list beside the preview. */
  readonly alternatives?: readonly Alternative[]
  /** Words that are inserted for the author to write over, at the first place where they are. */
  readonly placeholder?: string
}

export interface PlannedChange {
  /** What it is about, as its author calls it: a reference's title, an initiative's, `Citations`. */
  readonly subject: string
  readonly before: string
  readonly after: string
  /** Where to look in the text as it is. */
  readonly span: Span
  /** In how many places the same is changed; left out, in this one. */
  readonly places?: number
}
