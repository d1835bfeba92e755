/** The core's public face: everything an edge (language server, command line) may use. */
export { changeDocument, openDocument, type Document } from './document'
export type { Citation, LinkDefinition, Reference } from './references/model'
export type { Field, ReferenceFields, ReferenceStyle } from './references/dialect'
export { referenceStyles, styleNamed } from './references'
export { isDay } from './references/dates'
export { arxivIn, doiIn, hostOf, normalAddress } from './references/address'
export { addressedSource, addressOf, sourceFrom, sourceKeys, type Source } from './references/source'
export type { Dialect, Initiative, Label, Section, SectionState, Survey } from './survey/model'
export { recognitionWord, type Hints, type Recognition } from './survey/detect'
export type { Profile, SectionTemplate } from './survey/profile'
export { REFERENCES } from './survey/profile'
export { bracketsOf, titleInLists } from './survey/names'
export { profiles } from './survey/profiles'
export { CONFIG_NAME, readConfig, type Config } from './survey/config'
export { listInConfig } from './survey/config/list'
export type { ConfigProblem } from './survey/config/problem'
export { absentMessage, referenceProblems } from './survey/config/absent'
export { hintsFrom } from './survey/config/hints'
export { globMatcher, isGlob, matchesGlob } from './text/glob'
export type { Finding, Fix, OperationToOffer, Related, Rule, Severity } from './rules/rule'
export { defaultSeverity } from './rules/rule'
export { rules } from './rules'
export { editsForAll, lint, severities, type FoundBy, type RuleSeverities } from './lint'
export { joined, type Change } from './text/change'
export { Text, type Position } from './text/text'
export { applyEdits, compatible, deletion, insertion, replacement, type Edit } from './text/edit'
export { oneLine } from './text/oneLine'
export { printable } from './text/printable'
export { shareInCommon } from './text/shareInCommon'
export { readable } from './markdown/readable'
export { contains, overlaps, shift, span, touches, type Span } from './text/span'
export {
  allSections,
  citationAt,
  initiativeAt,
  inTemplateOrder,
  occurrencesAt,
  referenceAt,
  referenceNumbered,
  undefinedCitations,
  type Located,
  type Occurrences,
  type UndefinedCitation,
} from './survey/query'
export { incompleteIn, listedIn, progress, surveyProgress, type Incomplete } from './survey/incomplete'
export { isPlaceholder } from './survey/placeholders'
export {
  citationCounts,
  citationsOf,
  citingAt,
  eachCiting,
  isCitation,
  listedNumbers,
  writtenIn,
  type Citing,
} from './survey/citing'
export { suggestCitations, type CitationSuggestion, type CitationSuggestions } from './suggest/citations'
export { suggestCitables } from './suggest/citables'
export { suggestSources, type FoundSource, type SourceSuggestion, type SourceSuggestions } from './suggest/sources'
export { bestMatches } from './suggest/match'
export { folded } from './text/fold'
export { suggestLabels, type LabelSuggestion, type LabelSuggestions } from './suggest/labels'
export { derivedProfile } from './operations/deriveProfile'
export { declareEdit, isBlank, newSurveyParts, profilesToChoose } from './operations/newSurvey'
export { citeSources, type CitedSources } from './citing/citeSources'
export { createListed } from './citing/listedSources'
export { numberWritten, referenceNumberAt, renameReference, type ReferenceNumber } from './operations/renameReference'
export {
  followRename,
  initiativeTitleAt,
  renameInitiative,
  type RenamedInitiative,
} from './operations/renameInitiative'
export { newInitiativeText, type NewText } from './writing/newInitiative'
export { convertPasted, wayBack } from './operations/convert'
export { isRefusal, type Refusal } from './refusal'
export { operations } from './operations'
export { accepts, valueWord, wanted } from './operations/choices'
export {
  type Choices,
  type Operation,
  type OperationOption,
  type Outcome,
  type Plan,
  type PlannedChange,
} from './operations/operation'
export { placeToWrite, referenceToWrite, titleToWrite } from './survey/placeToWrite'
export { insertMissingSections, placeForMissing } from './writing/missingSections'
export {
  initiativeParts,
  referenceParts,
  sectionParts,
  surveyParts,
  toSnippet,
  toText,
  type Part,
} from './writing/skeleton'
export { acrossText, type AcrossText } from './across/acrossText'
export { initiativeAnchors } from './across/initiativeAnchors'
export { acrossChoices, type AcrossChoice } from './across/sectionsAcross'
export { claimsIn, type Claim } from './evidence/claims'
export { evidenceShares, type EvidenceCount, type EvidenceShares } from './evidence/evidenceShares'
export { historyChart } from './history/chart'
export { historyFormats } from './history/formats'
export { historyOf } from './history/historyOf'
export type { FileRevisions, History, KeptRevision } from './history/revision'
export { createStateReader } from './history/stateReader'
export { historyTable } from './history/table'
export { historyNotes, historySummary } from './history/words'
export { matrixOf, type Matrix, type MatrixCell, type MatrixState } from './matrix/matrix'
export { matrixFormats } from './matrix/formats'
export type { MatrixFile, MatrixFormat } from './matrix/formats/format'
