import type { SourceFormat } from '../format'
import { address } from './address'
import { bibtex } from './bibtex'
import { cslJson } from './cslJson'
import { ris } from './ris'

/** The formats that a text is tried for, in order: at most one of them says that it is its own. */
export const formats: readonly SourceFormat[] = [address, bibtex, ris, cslJson]
