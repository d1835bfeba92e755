import type { Notation } from '../references/forms/form'
import type { Citation, LinkByNumber, LinkDefinition, NumberGroup, Reference } from '../references/model'
import type { CitationForm } from '../references/scan'
import type { Span } from '../text/span'
import type { Contents } from './contents/model'
import type { Profile, SectionTemplate } from './profile'

/** Everything that a Markdown file says as a survey. All offsets are UTF-16 units into its text. */
export interface Survey {
  readonly profile: Profile
  readonly dialect: Dialect
  /** The sections of the survey itself, in text order; the initiatives' own are in `initiatives`. */
  readonly sections: readonly Section[]
  /** What opens the initiatives, and everything down to the next section of the survey. */
  readonly initiativesHeading?: Label
  readonly initiativesSpan?: Span
  readonly initiatives: readonly Initiative[]
  /** What its text cites with: in a file of footnotes, `[7]` is no citation, nor is `[^7]` in one with a numbered list. */
  readonly notation: Notation
  /** Where a number cites nothing, as references are listed there: sections, and footnotes. In text order. */
  readonly lists: readonly Span[]
  /** In text order. */
  readonly citations: readonly Citation[]
  /** `[1, 2]` and the like, in text order. */
  readonly groups: readonly NumberGroup[]
  /** In text order. */
  readonly references: readonly Reference[]
  /** The references; where there are none, what the link definitions with a number stand for. In text order. */
  readonly listing: readonly Reference[]
  /**
   * What begins with a number and reads like an entry, as it has an address or an access date, but stands outside the reference
   * list: a list of its own. In text order.
   */
  readonly otherEntries: readonly Reference[]
  /** Link definitions with a number, in text order, those of references included. */
  readonly definitions: readonly LinkDefinition[]
  /** `[text][7]`, in text order, wherever it is read as prose: definitions of these numbers are in use without being cited. */
  readonly linksByNumber: readonly LinkByNumber[]
  /** Text still to be written, in text order, wherever it stands outside code and comments. */
  readonly placeholders: readonly Placeholder[]
  /** Its table of contents, if it has one. */
  readonly contents: Contents | undefined
  /** Comments that ask for silence. */
  readonly suppressions: readonly Suppression[]
}

export interface Initiative {
  /** What stands after `#`: `1`, `?`; absent in `### Name`. */
  readonly number?: string | undefined
  /** The number without `#`. */
  readonly numberSpan?: Span | undefined
  readonly title: string
  /** The title as titles are compared: without case, marks and citations. */
  readonly normal: string
  readonly label: Label
  /** From the start of its label to the start of what follows it. */
  readonly span: Span
  /** In text order; one kind may occur twice. */
  readonly sections: readonly Section[]
  /** The sections that the profile requires and it lacks, in the profile's order. */
  readonly missing: readonly SectionTemplate[]
  /** Whether anything but labels and placeholders stands below its heading. */
  readonly isWritten: boolean
}

export interface Section {
  /** Absent where no title of the profile matches. */
  readonly kind?: string | undefined
  readonly template?: SectionTemplate | undefined
  readonly title: string
  /** The title without citations. */
  readonly words: string
  /** Of its heading; undefined where its label is emphasised. */
  readonly level: number | undefined
  readonly label: Label
  /** From the end of the label to the start of what follows the section. */
  readonly body: Span
  readonly state: SectionState
  /** Whether further headings stand in its body. */
  readonly hasHeadings: boolean
  /** The placeholders in its body, as spans of the text. */
  readonly placeholders: readonly Placeholder[]
}

export interface Placeholder extends Span {
  /** What it is a part of: an entry, where it stands in the reference list, or a link definition. */
  readonly within: 'entry' | 'definition' | undefined
}

/** `missing` is never a section's state in the model, as there is no section then; it is one in outlines. */
export type SectionState = 'empty' | 'placeholder' | 'draft' | 'none' | 'complete'

export interface Label {
  readonly form: LabelStyle['form']
  /** 1 to 6 for a heading. */
  readonly level?: number
  /** The whole label, with the mark of its list and its colon: `#### Strengths`, `_Strengths_`, `- **Strengths**:`. */
  readonly span: Span
  /** Its text without marks: `Strengths`. Never spans a line break. */
  readonly content: Span
}

/** How labels are written: `labels/` has a file for each form. */
export type LabelStyle =
  | { readonly form: 'heading'; readonly level: number }
  /** A paragraph of its own: `_Strengths_`, `**Strengths:**`. */
  | { readonly form: 'emphasis'; readonly mark: string; readonly closing?: Closing }
  /** The beginning of a paragraph, or of a line of one: `**Strengths:** fast`. */
  | { readonly form: 'run-in'; readonly mark: string; readonly closing: Closing; readonly layout: Layout }
  /** The beginning of an item of a list; `bullet` with the blanks in front of it, `mark` empty where it is plain. */
  | { readonly form: 'item'; readonly bullet: string; readonly mark: string; readonly closing: Closing }
  /** Plain words with a colon: `Strengths: fast`; or the line of something counted. */
  | { readonly form: 'line'; readonly closing: Closing; readonly layout: Layout }

/** What stands behind the words of a label: `**Pros**`, `**Pros:**`, `**Pros**:`, `**Pros**.`, `**Pros** –`. */
export type Closing = 'none' | 'phrase' | 'inside' | 'outside' | 'stop' | 'dash'

/** How what is written below a label stands to it: in its line, in the next one; and whether labels follow each other without blank lines. */
export interface Layout {
  readonly isAbove: boolean
  readonly isTight: boolean
}

/** How this file writes. Detected by majority; a file that does not say gets the profile's way. */
export interface Dialect {
  /** The level of the survey's own sections: that of the heading above the initiatives. */
  readonly surveyLevel: number
  readonly initiativeLevel: number
  readonly numbered: boolean
  /** How the labels of sections are written. */
  readonly section: LabelStyle
  /** How what has the sections is labelled. */
  readonly initiative: LabelStyle
  /** What the initiatives call each kind of section, where they call it something: `Threats to Tari`. */
  readonly titles: ReadonlyMap<string, string>
  readonly citation: CitationForm
  /** The id of a reference style. */
  readonly references: string
  /** Whether references have link definitions. */
  readonly definitions: boolean
  /** What stands between the parts of a date: `-` or an entity. */
  readonly dateHyphen: string
  readonly lineBreak: '\n' | '\r\n'
}

export interface Suppression {
  /** Rule codes; none means every rule. */
  readonly codes: readonly string[]
  /** Where findings that start in it are silent. */
  readonly scope: Span
}
