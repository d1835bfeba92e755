import type { FoundLabel } from '../facts/foundLabel'
import type { LabelStyle } from '../model'
import type { SectionTemplate } from '../profile'

/** How a file that describes several things is built. What it says of titles makes a profile of it. */
export interface Structure {
  /** The form and depth of the labels of what is described. */
  readonly form: LabelStyle['form']
  readonly depth: number
  /** The forms that the labels of sections have. */
  readonly forms: readonly LabelStyle['form'][]
  /** What each label's name names. */
  readonly sections: ReadonlyMap<string, SectionTemplate>
  /** In their usual order. */
  readonly templates: readonly SectionTemplate[]
  /** Whether the sections stand as high as what has them. */
  readonly isFlat: boolean
  /** Whether at least one of the sections judges: says what speaks for it, or against it. */
  readonly isJudging: boolean
}

/** What of a file is described, and how. */
export interface Described {
  readonly structure: Structure
  /** In text order. */
  readonly items: ReadonlySet<FoundLabel>
}
