/** What a survey and each of its initiatives should contain. Data: everything else follows from it. */
export interface Profile {
  /** How front matter and settings name it: `survey: swot`. */
  readonly name: string
  /** What the survey's initiatives are called, in the heading above them and in new text. */
  readonly initiatives: InitiativesTemplate
  /** The sections of every initiative, in order. */
  readonly initiative: readonly SectionTemplate[]
  /** The sections of the survey itself, in order. Those before `initiatives` in the file come first. */
  readonly survey: readonly SectionTemplate[]
  /** Words that may follow a title: `Opportunities for Tari`, `Threats to Tari`, `Strengths (so far)`. */
  readonly suffixes: readonly string[]
  /** Words that stand for text still to be written, beside runs of question marks. Matched as whole words, in this case. */
  readonly placeholders: readonly string[]
  /** Answers that say there is nothing to say: a whole section of `None.` is complete. */
  readonly none: readonly string[]
  /** What an author puts into a sentence that needs no citation, as it says what they think themselves. In any case. */
  readonly own: readonly string[]
  /** The sections that a file has said it does without, as it names them: they are not required in it. */
  readonly omits?: readonly string[]
}

export interface InitiativesTemplate {
  /** The heading of a new survey. */
  readonly title: string
  /** A heading that ends with one of these words, in any case, opens the initiatives; so does one that says what `title` says. */
  readonly endings: readonly string[]
  /** Whether no other kind of text uses these words for a heading, so that one section below, or headings with nothing below them yet, are enough to tell a survey. */
  readonly isTelling: boolean
  /** Whether a new survey numbers them: `#1 Name`. */
  readonly numbered: boolean
}

export interface SectionTemplate {
  /** What the section is, whatever it is titled. */
  readonly kind: string
  readonly title: string
  /** Other titles that are accepted for it. */
  readonly aliases: readonly string[]
  readonly required: boolean
  /** One line that tells the author what belongs there. */
  readonly hint: string
}

/** The kind of the section that holds the reference list. Every profile has one. */
export const REFERENCES = 'references'
