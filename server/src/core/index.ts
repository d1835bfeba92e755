/** The core's public face: everything an edge (language server, command line) may use. */
export { changeDocument, openDocument, type Document } from './document'
export type { Citation, LinkDefinition, Reference } from './references/model'
export type { Field, ReferenceFields, ReferenceStyle } from './references/dialect'
export { referenceStyles, styleNamed } from './references'
export type { Dialect, Initiative, Label, Section, SectionState, Survey } from './survey/model'
export type { Hints, Recognition } from './survey/detect'
export type { Profile, SectionTemplate } from './survey/profile'
export { REFERENCES } from './survey/profile'
export { profileNamed, profiles } from './survey/profiles'
export type { Finding, Fix, Related, Rule, Severity } from './rules/rule'
export { rules } from './rules'
export { lint, severities, type FoundBy, type RuleSeverities } from './lint'
export { joined, type Change } from './text/change'
export { applyEdits, compatible, deletion, insertion, replacement, type Edit } from './text/edit'
export { contains, overlaps, shift, span, touches, type Span } from './text/span'
export {
  allSections, citationAt, citationCounts, citationsOf, initiativeAt, isIncomplete, occurrencesAt, placeToWrite, progress,
  referenceAt, referenceNumbered, type Located, type Occurrences,
} from './survey/query'
export { hostOf, suggestCitations, type CitationSuggestion, type CitationSuggestions } from './suggest/citations'
