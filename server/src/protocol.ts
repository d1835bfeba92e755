import {
  NotificationType0,
  RequestType,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol'

/**
 * What client and server say to each other beyond LSP. Positions are LSP's: 0-based lines and UTF-16 characters.
 * Every edit names the document version it was computed for; the client refuses it when the document has moved on.
 */

/**
 * The marks that letters follow in titles and addresses. Where citations are offered a client asks again after each, as after letters and digits; elsewhere
 * they ask for nothing. No more than are needed: where one is typed VS Code shows the snippets that begin with it, too.
 */
export const TYPED_ON: readonly string[] = [...`.,:-–—/'’"“(_?=&@~%+ `]

/** What a client says in `initializationOptions` that it does for the server. Left out, it does not. */
export interface ClientOffers {
  /** Answers `survey/readFile`: for addresses that the server cannot read itself, as in a browser or a virtual workspace. */
  readonly readFile?: boolean
  /** Listens to `survey/didRefresh`. */
  readonly didRefresh?: boolean
  /** Has the command `survey.showCitations`, with an address and a position: shows where what is there is cited. */
  readonly showCitations?: boolean
}

export interface DocumentAt {
  readonly uri: string
  /** The version that the client sees; the server answers null when it knows another. */
  readonly version: number
}

export interface OutlineParams {
  readonly uri: string
  /** The text of a file that is not open in the editor. Left out, the open document is meant. */
  readonly text?: string
}

export interface Outline {
  /** Of the document that was read; null where `text` was given. */
  readonly version: number | null
  readonly survey: boolean
  /** Whether it is built like a survey, and nobody has said what it is: then it is outlined like one. */
  readonly candidate: boolean
  /** Whether nothing stands in the file but front matter. */
  readonly blank: boolean
  /** Why this is or is not a survey, in words for the author. */
  readonly reason: string
  readonly profile: string | null
  /** How many sections are written; `total` is `done` and the number of what is incomplete. */
  readonly done: number
  readonly total: number
  /** What the initiatives stand under, if they do. */
  readonly initiatives: readonly OutlineInitiative[]
  /** The survey's own sections, the reference list among them. */
  readonly sections: readonly OutlineSection[]
  readonly references: readonly OutlineReference[]
  /** Where to go for each row that is incomplete, in text order. */
  readonly incomplete: readonly IncompletePlace[]
}

export interface OutlineInitiative {
  readonly number: string | null
  readonly title: string
  /** From its label to the end of its last section. */
  readonly range: Range
  readonly selection: Range
  readonly done: number
  readonly total: number
  /** In text order, the missing ones where they belong. */
  readonly sections: readonly OutlineSection[]
}

export type OutlineState = 'missing' | 'empty' | 'placeholder' | 'draft' | 'none' | 'complete'

export interface OutlineSection {
  readonly kind: string | null
  readonly title: string
  readonly state: OutlineState
  /** Whether it is still to be written. */
  readonly incomplete: boolean
  /** Null where it is missing. */
  readonly range: Range | null
  /** Where the author goes on writing: the placeholder, to be written over; else a place with nothing selected, the end of what is written. */
  readonly selection: Range
}

export interface OutlineReference {
  readonly number: number
  readonly title: string
  /** Whether a placeholder stands in it. */
  readonly incomplete: boolean
  readonly range: Range
  /** Its placeholder, else its end, with nothing selected. */
  readonly selection: Range
  readonly citations: number
}

export interface IncompletePlace {
  /** `The Lightning Network › Strengths`; outside initiatives the section's title alone; `[7] Plasma: a primer`. */
  readonly title: string
  readonly state: OutlineState
  /** The placeholder, else the place to write, with nothing selected. Several that are missing in a row have one place. */
  readonly selection: Range
}

/** The survey across: what each initiative says in each section. */
export interface MatrixAnswer {
  readonly version: number
  /** Empty, as the rows are, where the file is no survey and does not look like one. */
  readonly columns: readonly MatrixColumnInfo[]
  /** In text order. */
  readonly rows: readonly MatrixRowInfo[]
  /** Why this is or is not a survey, in words for the author. */
  readonly reason: string
}

export interface MatrixColumnInfo {
  readonly kind: string
  readonly title: string
}

export interface MatrixRowInfo {
  readonly number: string | null
  /** As plain text. */
  readonly title: string
  readonly done: number
  readonly total: number
  /** How many sections that are asked for are not there. */
  readonly missing: number
  readonly range: Range
  readonly selection: Range
  /** One for each column. */
  readonly cells: readonly MatrixCellInfo[]
}

export interface MatrixCellInfo {
  /** `optional` is not there, and not asked for. */
  readonly state: OutlineState | 'optional'
  readonly words: number
  readonly citations: number
  /** Claims without any source, nor their author’s own word; null where the section does not judge. */
  readonly unsupported: number | null
  /** As plain text; empty where nothing is written. */
  readonly firstLine: string
  /** Null where the section is not there. */
  readonly range: Range | null
  /** Where the author goes on, as in an outline. */
  readonly selection: Range
}

/** A way to export the matrix. */
export interface MatrixFormatInfo {
  readonly id: string
  /** As a menu has it. */
  readonly title: string
  /** The id of its language. */
  readonly language: string
}

export interface ProfileInfo {
  readonly name: string
  /** What it calls the initiatives and their sections, on one line. */
  readonly summary: string
}

export interface SnippetEdit {
  readonly version: number
  readonly range: Range
  /** In the snippet syntax of LSP. */
  readonly snippet: string
  /** To be made together with it: the numbers of later initiatives. None of them is at `range`. */
  readonly edits: readonly TextEdit[]
}

export interface VersionedEdits {
  readonly version: number
  readonly edits: readonly TextEdit[]
}

/** Something that changes a survey as a whole: what a menu says of it, and what has to be chosen. */
export interface OperationInfo {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly options: readonly OperationOptionInfo[]
}

export interface OperationOptionInfo {
  readonly name: string
  /** As a menu has it; null where its summary will do. */
  readonly title: string | null
  readonly summary: string
  /** Whether it stands for the whole of what the operation changes, or for a part of that. */
  readonly scope: 'whole' | 'part' | null
  /** What may be chosen, the default first; null for numbers, a day or an offset. */
  readonly values: readonly OptionValueInfo[] | null
  readonly form: 'number' | 'numbers' | 'day' | 'offset' | 'name' | null
  readonly required: boolean
}

export interface OptionValueInfo {
  readonly value: string
  /** As a menu has it; null where it is for what stands beside it on a command line, or its summary will do. */
  readonly title: string | null
  readonly summary: string
  /** Whether the survey that was asked about has it already. */
  readonly current: boolean
  /** Whether it is for a part of the text only, which is selected. */
  readonly forSelection: boolean
}

export interface PlanParams extends DocumentAt {
  /** The id of an operation. */
  readonly operation: string
  /** What was chosen for its options, by their names. A day that is left out is today; an empty one stays open. */
  readonly choices: Readonly<Record<string, string>>
}

/** What an operation would do, to be shown before anything changes; or why it does nothing. */
export type PlanAnswer = OperationPlan | PlanRefusal

export interface OperationPlan extends VersionedEdits {
  readonly changes: readonly {
    readonly subject: string
    readonly before: string
    readonly after: string
    readonly range: Range
    /** In how many places the same is changed. */
    readonly places: number
  }[]
  /** What cannot be kept, a sentence each. */
  readonly losses: readonly string[]
  /** What stays as it is, a sentence each. */
  readonly notes: readonly string[]
  /** Other ways to do it. */
  readonly alternatives: readonly PlanAlternative[]
  /** Words that the edits insert for the author to write over, at the first place where they are; null where there are none. */
  readonly placeholder: string | null
}

/** What it would do, what that comes to, and what to choose for it. */
export interface PlanAlternative {
  readonly title: string
  readonly detail: string
  readonly choices: Readonly<Record<string, string>>
}

export interface PlanRefusal {
  /** Why, and what the author can do about it. */
  readonly refused: string
  readonly ranges: readonly Range[]
  /** What may be done all the same, once the author says so. `no` is what saying no comes to. */
  readonly question?: {
    readonly text: string
    readonly no: string
    readonly alternatives: readonly PlanAlternative[]
  }
}

/** Something that may be cited at a place: a reference of this survey, or a source from elsewhere. */
export interface Citable {
  /** To be sent back in `survey/cite`, for as long as the version is the same. */
  readonly id: string
  /** Its number; null where it is in the list only once it is cited. */
  readonly number: number | null
  readonly title: string
  /** Authors, year and host, as far as they are known. */
  readonly detail: string
  /** The bibliography or survey that it is from; null for this one. */
  readonly from: string | null
}

export interface PasteAnswer extends VersionedEdits {
  /** The numbers that are cited now. */
  readonly numbers: readonly number[]
  /** How many of them were listed already. */
  readonly known: number
  /** Whether an entry that is added has no title yet. */
  readonly untitled: boolean
}

/** Null where there is no such file. */
export type ReadFileAnswer = { readonly text: string } | null

/** The survey's structure and state. Answers for any Markdown document; `survey` and `reason` tell. */
export const outlineRequest = new RequestType<OutlineParams, Outline | null, void>('survey/outline')

/** A document as a matrix: of candidates, too. Null where it is not open or has moved on. */
export const matrixRequest = new RequestType<DocumentAt, MatrixAnswer | null, void>('survey/matrix')

/** The ways to export a matrix, the usual one first. */
export const matrixFormatsRequest = new RequestType<null, readonly MatrixFormatInfo[], void>('survey/matrixFormats')

/**
 * The matrix in a format, byte for byte as `survey matrix` prints it for a file that is given as `path`. Null where the document is no
 * survey or has moved on, or there is no such format.
 */
export const exportMatrixRequest = new RequestType<
  DocumentAt & { readonly format: string; readonly path: string },
  { readonly text: string } | null,
  void
>('survey/exportMatrix')

/** The next initiative, to go after the one at `position` or at the end. Null where the document is no survey or has moved on. */
export const newInitiativeRequest = new RequestType<
  DocumentAt & { readonly position: Position },
  SnippetEdit | null,
  void
>('survey/newInitiative')

export interface InsertMissingAnswer extends VersionedEdits {
  /** How many sections are inserted. */
  readonly sections: number
}

/** The missing sections of the initiative at `position`, or of all. Null where the document is no survey or has moved on. */
export const insertMissingRequest = new RequestType<
  DocumentAt & { readonly position: Position | null },
  InsertMissingAnswer | null,
  void
>('survey/insertMissing')

/**
 * The profiles that a new survey may be begun by, in a file that is still to be made or that is open and blank; the one that is read there
 * anyway comes first. Without `uri`, in a file that has no place. Null only where the server failed.
 */
export const profilesRequest = new RequestType<{ readonly uri?: string }, readonly ProfileInfo[] | null, void>(
  'survey/profiles',
)

/** The whole text of a new survey there, as a snippet, by the profile of that name, else by the first. Null only where the server failed. */
export const newSurveyRequest = new RequestType<
  { readonly uri?: string; readonly profile?: string },
  string | null,
  void
>('survey/newSurvey')

/** The edit that makes a file's front matter say that it is a survey, or with `survey` false that it is none. */
export const declareRequest = new RequestType<DocumentAt & { readonly survey: boolean }, VersionedEdits | null, void>(
  'survey/declare',
)

/** The text of a `.survey.json` that lists a file of its folder, too. Null where the text that was given is broken. */
export const listInConfigRequest = new RequestType<
  { readonly text: string; readonly name: string },
  { readonly text: string } | null,
  void
>('survey/listInConfig')

/** The text of a `.survey.json` that makes a survey of an open file as it is. Null where its headings have nothing in common. */
export const deriveProfileRequest = new RequestType<{ readonly uri: string }, { readonly text: string } | null, void>(
  'survey/deriveProfile',
)

export interface NumberAtAnswer {
  readonly number: number
  readonly range: Range
  /** The number that `typed` stands for; null where it stands for none. */
  readonly typed: number | null
}

/** The number of a reference at a place: of a citation, its brackets included, an entry or a link definition. Null elsewhere, and where the document is no survey or has moved on. */
export const numberAtRequest = new RequestType<
  DocumentAt & { readonly position: Position; readonly typed?: string },
  NumberAtAnswer | null,
  void
>('survey/numberAt')

/** The operations there are, for menus; with `uri`, what an open survey has already is marked. */
export const operationsRequest = new RequestType<{ readonly uri?: string } | null, readonly OperationInfo[], void>(
  'survey/operations',
)

/** What an operation would do to an open survey. Null where the document is no survey or has moved on. */
export const planRequest = new RequestType<PlanParams, PlanAnswer | null, void>('survey/plan')

/**
 * What may be cited at a place, the best for what was typed first: this survey's references, then sources from elsewhere.
 * Null where the document is no survey or has moved on, a refusal where nothing can be cited there.
 */
export const citablesRequest = new RequestType<
  DocumentAt & { readonly position: Position; readonly typed: string },
  readonly Citable[] | PlanRefusal | null,
  void
>('survey/citables')

/** Cites several at once in the place of a range, and appends to the list what is not in it. Null where the document has moved on. */
export const citeRequest = new RequestType<
  DocumentAt & { readonly range: Range; readonly ids: readonly string[] },
  PasteAnswer | PlanRefusal | null,
  void
>('survey/cite')

/** Cites what a text names in the place of a range: an address, DOI, arXiv id, BibTeX, RIS or CSL-JSON. Null where it names nothing, or the document is no survey or has moved on. */
export const pasteRequest = new RequestType<
  DocumentAt & { readonly range: Range; readonly text: string },
  PasteAnswer | PlanRefusal | null,
  void
>('survey/paste')

export interface AcrossSection {
  /** Its kind; its title where it has none. */
  readonly name: string
  readonly title: string
  /** How many initiatives have it, of how many. */
  readonly count: number
  readonly total: number
}

/** The sections that a survey can be read across by. Null where the document is no survey. */
export const acrossSectionsRequest = new RequestType<{ readonly uri: string }, readonly AcrossSection[] | null, void>(
  'survey/acrossSections',
)

export interface AcrossAnswer {
  /** Markdown. */
  readonly text: string
  /** For each line where its first character is in the survey; null where it has no place there. */
  readonly sources: readonly (Position | null)[]
  /** The lines of `text` that are headings of initiatives. */
  readonly headings: readonly number[]
}

/** The same section of all initiatives as one text. Null where the document is no survey, or no initiative has or should have such a section. */
export const acrossRequest = new RequestType<
  { readonly uri: string; readonly section: string },
  AcrossAnswer | null,
  void
>('survey/across')

export interface HistoryAnswer {
  /** What was found, in a sentence or two. */
  readonly summary: string
  /** SVG in the colour of the page. */
  readonly chart: string
  readonly head: readonly { readonly title: string; readonly isNumber: boolean }[]
  /** The oldest revision first. */
  readonly rows: readonly (readonly string[])[]
}

/** How a file on disk was written, from its repository. A refusal goes on with the name of the file: `is in no git repository`. */
export const historyRequest = new RequestType<
  { readonly uri: string },
  HistoryAnswer | Pick<PlanRefusal, 'refused'> | null,
  void
>('survey/history')

/** From the server: the text of a file. */
export const readFileRequest = new RequestType<{ readonly uri: string }, ReadFileAnswer, void>('survey/readFile')

/** From the server: settings or a `.survey.json` have changed, so that other files may be surveys now, and by other profiles. */
export const didRefreshNotification = new NotificationType0('survey/didRefresh')
