/** One version of a file that somebody has kept. */
export interface Revision {
  /** Its whole name. */
  readonly commit: string
  /** When it was written, as ISO 8601 has it: `2018-06-07T09:30:00+02:00`. */
  readonly date: string
  /** Where it stood then, from the root of the repository. */
  readonly path: string
  /** The revisions that it was made from, as indexes: none of the first one, several where branches meet. All are before it. */
  readonly before: readonly number[]
}

/** A revision with its text. */
export interface KeptRevision extends Revision {
  /** Two of the same name have the same text. */
  readonly content: string
  readonly text: string
}

/** What is kept of a file. */
export interface FileRevisions {
  /** The oldest first. */
  readonly revisions: readonly KeptRevision[]
  /** Whether older ones are not in this clone. */
  readonly isShallow: boolean
  /** How many cannot be read: they are not UTF-8, or too large. */
  readonly unread: number
}

/** What a revision says, in numbers. Sections are those of initiatives. */
export interface Measures {
  /** Whether it is a survey, or looks like one. Where it is none, all the rest is 0 but for its words. */
  readonly isSurvey: boolean
  readonly placeholders: number
  /** The sections that are there. */
  readonly sections: number
  /** Those of them that are written. */
  readonly written: number
  /** The sections that the profile asks for and that are not there. */
  readonly missing: number
  /** Outside of reference lists. */
  readonly words: number
  readonly citations: number
}

/** A section that a revision has not any more. */
export interface DeletedSection {
  /** The title of its initiative; null where it was one of the survey itself. */
  readonly initiative: string | null
  /** Null where no title of the profile matches. */
  readonly kind: string | null
  readonly title: string
  /** Whether its initiative is gone with it. */
  readonly isWithInitiative: boolean
}

export interface MeasuredRevision extends Revision, Measures {
  readonly deleted: readonly DeletedSection[]
}

/** What became of a file, the oldest revision first. */
export interface History {
  /** The file, as it was asked for. */
  readonly path: string
  /** Whether older revisions are not there, as the clone is shallow. */
  readonly isShallow: boolean
  readonly revisions: readonly MeasuredRevision[]
}
