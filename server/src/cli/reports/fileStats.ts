import type { EvidenceShares } from '../../core'

/** What a file claims. */
export interface FileStats {
  readonly path: string
  readonly recognition: 'survey' | 'candidate' | 'none'
  /** Undefined for a file that is no survey. */
  readonly shares: EvidenceShares | undefined
}
