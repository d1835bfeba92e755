import { profiles } from './profiles'
import { normalTitle } from './titles'
import { titlesOf, type Side } from './vocabulary'

/** The kind that a title has in some shipped profile, or in one of the languages of the vocabulary, by its normal form. */
export const kindNamed = (normal: string): string | undefined => kinds.get(normal)

/** Whether a kind says what speaks for something, or against it. */
export const sideOf = (kind: string | undefined): Side | undefined => (kind === undefined ? undefined : SIDES.get(kind))

/** What kinds are the same for: `Disadvantages`, `Limitations` and `Weaknesses` seldom stand beside each other. */
export const slotOf = (kind: string | undefined): string | undefined =>
  kind === undefined ? undefined : (SLOTS.get(kind) ?? kind)

const SLOTS: ReadonlyMap<string, string> = new Map([
  ['strengths', 'for'],
  ['pros', 'for'],
  ['weaknesses', 'against'],
  ['cons', 'against'],
  ['limitations', 'against'],
])

const SIDES: ReadonlyMap<string, Side> = new Map([
  ['strengths', 'for'],
  ['pros', 'for'],
  ['opportunities', 'for'],
  ['weaknesses', 'against'],
  ['cons', 'against'],
  ['limitations', 'against'],
  ['threats', 'against'],
])

const kinds: ReadonlyMap<string, string> = new Map(
  [
    ...profiles.flatMap(({ initiative }) =>
      initiative.flatMap(({ kind, title, aliases }) => [title, ...aliases].map((each) => [each, kind] as const)),
    ),
    ...(['strengths', 'weaknesses', 'pros', 'cons'] as const).flatMap((kind) =>
      titlesOf(kind).map((title) => [title, kind] as const),
    ),
  ]
    .map(([title, kind]) => [normalTitle(title), kind] as const)
    .reverse(),
)

/** Every title, in its normal form, that says what speaks for something, or against it. */
export const judgingTitles: readonly string[] = [...kinds].flatMap(([title, kind]) => (sideOf(kind) ? [title] : []))
