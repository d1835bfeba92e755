import type { Claim } from './claims'

/** How many claims there are, and what backs them. */
export interface EvidenceCount {
  readonly claims: number
  readonly cited: number
  /** Of those without a citation, how many say that they are their author's own. */
  readonly own: number
  readonly unsupported: number
}

export interface EvidenceShare extends EvidenceCount {
  readonly title: string
}

/** The evidence of a survey: in all, for each kind of section that judges, and for each initiative. */
export interface EvidenceShares {
  readonly all: EvidenceCount
  readonly sections: readonly (EvidenceShare & { readonly kind: string | null })[]
  readonly initiatives: readonly EvidenceShare[]
}

/** Kinds in the order in which they come first; what no claim is in is left out. */
export function evidenceShares(claims: readonly Claim[]): EvidenceShares {
  const kinds = groupedBy(claims, ({ section }) => section.kind ?? section.words.toLowerCase())
  const initiatives = groupedBy(claims, ({ initiative }) => initiative)
  return {
    all: countOf(claims),
    sections: kinds.map((group) => ({
      kind: group[0].section.kind ?? null,
      title: group[0].section.template?.title ?? group[0].section.words,
      ...countOf(group),
    })),
    initiatives: initiatives.map((group) => ({ title: group[0].initiative.title, ...countOf(group) })),
  }
}

type Group = readonly [Claim, ...Claim[]]

function groupedBy(claims: readonly Claim[], keyOf: (claim: Claim) => unknown): readonly Group[] {
  const groups = new Map<unknown, [Claim, ...Claim[]]>()
  for (const claim of claims) {
    const group = groups.get(keyOf(claim))
    if (group) group.push(claim)
    else groups.set(keyOf(claim), [claim])
  }
  return [...groups.values()]
}

function countOf(claims: readonly Claim[]): EvidenceCount {
  const withSupport = (support: Claim['support']): number => claims.filter((each) => each.support === support).length
  return {
    claims: claims.length,
    cited: withSupport('cited'),
    own: withSupport('own'),
    unsupported: withSupport('none'),
  }
}
