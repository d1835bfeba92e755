import { type Position, type Range } from 'vscode-languageserver-protocol'
import {
  type Outline,
  type OutlineInitiative,
  type OutlineReference,
  type OutlineSection,
  type OutlineState,
} from '../../../server/src/protocol'
import { comparePositions } from '../survey/compare-positions'
import { keepIds } from './keep-ids'

/** What a row shows, before it is put into words. */
export type OutlineRowContent =
  | {
      readonly type: 'initiative'
      readonly number: string | null
      readonly title: string
      readonly done: number
      readonly total: number
      readonly missing: number
    }
  | { readonly type: 'section'; readonly title: string; readonly state: OutlineState; readonly incomplete: boolean }
  | {
      readonly type: 'references'
      readonly title: string | undefined
      readonly state: OutlineState | undefined
      /** Whether the list itself is; not whether one of its references is. */
      readonly incomplete: boolean
      readonly count: number
      /** How many of its references are incomplete. */
      readonly unfinished: number
    }
  | {
      readonly type: 'reference'
      readonly number: number
      readonly title: string
      readonly incomplete: boolean
      readonly citations: number
    }

export interface OutlineNode {
  readonly id: string
  /** What this is known by among its siblings. */
  readonly key: string
  readonly parent: string | undefined
  readonly children: readonly string[]
  readonly content: OutlineRowContent
  /** What it spans in the text; null where it is not there. */
  readonly range: Range | null
  readonly selection: Range
}

export interface OutlineTree {
  readonly roots: readonly string[]
  readonly nodes: ReadonlyMap<string, OutlineNode>
}

/**
 * The rows for an outline, in text order: initiatives with their sections, the survey's own sections, references. What was in `previous`,
 * a tree of the same document, keeps its id. `scope` sets the ids of different documents apart.
 */
export function buildOutlineTree(outline: Outline, scope: string, previous?: OutlineTree): OutlineTree {
  const nodes = new Map<string, OutlineNode>()
  const place = (
    drafts: readonly Draft[],
    parent: OutlineNode | undefined,
    parentId: string | undefined,
  ): readonly string[] => {
    const before = (parent?.children ?? (parentId === undefined ? previous?.roots : undefined) ?? []).flatMap(
      (id) => previous?.nodes.get(id) ?? [],
    )
    const ids = keepIds(
      before,
      drafts.map(({ key }) => key),
      (key) => `${parentId ?? scope}/${key}`,
    )
    drafts.forEach(({ children, ...draft }, index) => {
      const id = ids[index] ?? ''
      nodes.set(id, { ...draft, id, parent: parentId, children: place(children, previous?.nodes.get(id), id) })
    })
    return ids
  }
  return { roots: place(draftsOf(outline), undefined, undefined), nodes }
}

interface Draft extends Pick<OutlineNode, 'key' | 'content' | 'range' | 'selection'> {
  readonly children: readonly Draft[]
}

function draftsOf({ initiatives, sections, references }: Outline): readonly Draft[] {
  const list = sections.find(({ kind }) => kind === 'references')
  return [
    ...initiatives.map(initiativeDraft),
    ...sections.filter((section) => section !== list).map(sectionDraft),
    ...referencesDraft(references, list),
  ].sort((a, b) => comparePositions(startOf(a), startOf(b)))
}

const startOf = ({ range, children: [first], selection }: Draft): Position => (range ?? first?.range ?? selection).start

function initiativeDraft({ number, title, done, total, sections, range, selection }: OutlineInitiative): Draft {
  const missing = sections.filter(({ state }) => state === 'missing').length
  return {
    key: `initiative ${title}`,
    content: { type: 'initiative', number, title, done, total, missing },
    range,
    selection,
    children: sections.map(sectionDraft),
  }
}

function sectionDraft({ kind, title, state, incomplete, range, selection }: OutlineSection): Draft {
  return {
    key: `section ${kind ?? title}`,
    content: { type: 'section', title, state, incomplete },
    range,
    selection,
    children: [],
  }
}

/** One row for the list and the section it stands in: two rows of the same name would be one too many. */
function referencesDraft(references: readonly OutlineReference[], list: OutlineSection | undefined): readonly Draft[] {
  const first = references[0]
  const selection = list?.selection ?? first?.selection
  if (!selection) return []
  return [
    {
      key: 'references',
      content: {
        type: 'references',
        title: list?.title,
        state: list?.state,
        incomplete: list?.incomplete === true,
        count: references.length,
        unfinished: references.filter(({ incomplete }) => incomplete).length,
      },
      range: list?.range ?? null,
      selection,
      children: references.map(referenceDraft),
    },
  ]
}

function referenceDraft({ number, title, incomplete, citations, range, selection }: OutlineReference): Draft {
  return {
    key: `reference ${number}`,
    content: { type: 'reference', number, title, incomplete, citations },
    range,
    selection,
    children: [],
  }
}
