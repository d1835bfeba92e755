import { defaultSeverity, rules, severities, type Rule, type RuleSeverities } from '../core'
import type { Settings } from '../features/feature'

/** The manifest's settings are generated from `settingsTable`, and settings are read here alone. */

/** For a client that has no settings: all is on, as nothing else gives it an outline. */
export const defaultSettings: Settings = { files: [], symbols: 'on', citationLens: false, rules: {} }

/** One setting: its name after `survey.`, its JSON Schema for the manifest, and how a value is told from nonsense. */
export interface Setting {
  readonly name: string
  readonly schema: Readonly<Record<string, unknown>>
  accepts(value: unknown): boolean
  /** What is wanted, for the message about a value that is not. */
  readonly wanted: string
}

/** In UTF-16 units; nobody writes longer ones. */
const LONGEST_GLOB = 1000

const SYMBOLS = ['auto', 'on', 'off'] as const

export const settingsTable: readonly Setting[] = [
  {
    name: 'files',
    schema: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      scope: 'resource',
      markdownDescription:
        'Globs of Markdown files to treat as surveys, relative to the workspace folder: `["surveys/**/*.md"]`. Other files are recognised by their structure, or by `survey: true` in their front matter.',
    },
    accepts: (value) =>
      Array.isArray(value) && value.every((each) => typeof each === 'string' && each.length <= LONGEST_GLOB),
    wanted: 'a list of globs',
  },
  {
    name: 'outline.symbols',
    schema: {
      type: 'string',
      enum: SYMBOLS,
      default: 'auto',
      scope: 'resource',
      markdownDescription:
        'Add initiatives and sections to the Outline, Go to Symbol and breadcrumbs, beside the headings that VS Code lists there.',
      enumDescriptions: [
        'Only where section labels are emphasised paragraphs, which VS Code does not list.',
        'Always; headings are then listed twice.',
        'Never; the Survey view has the outline.',
      ],
    },
    accepts: (value) => SYMBOLS.includes(value as (typeof SYMBOLS)[number]),
    wanted: `one of ${SYMBOLS.join(', ')}`,
  },
  {
    name: 'codeLens.citations',
    schema: {
      type: 'boolean',
      default: false,
      scope: 'resource',
      markdownDescription:
        'Show above each reference how often it is cited, and above each initiative how many of its sections are written. Click the count of citations to list them.',
    },
    accepts: (value) => typeof value === 'boolean',
    wanted: 'true or false',
  },
  ...rules.map(settingOf),
]

function settingOf(rule: Rule): Setting {
  const { code, summary, rationale } = rule
  return {
    name: `rules.${code}`,
    schema: {
      type: 'string',
      enum: severities,
      default: defaultSeverity(rule),
      scope: 'resource',
      markdownDescription: `${summary} ${rationale}`,
    },
    accepts: (value) => severities.includes(value as (typeof severities)[number]),
    wanted: `one of ${severities.join(', ')}`,
  }
}

/**
 * Reads what the client has under `survey`. A value that is not of the setting's kind is left at its default and told
 * to `complain`; unknown names are ignored, as a newer manifest may have them.
 */
export function readSettings(value: unknown, complain: (message: string) => void): Settings {
  const at = (name: string): unknown =>
    name.split('.').reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)
  if (value !== null && value !== undefined && !isRecord(value))
    complain('The settings under `survey` are not an object; the defaults are used.')
  const known = new Map<string, unknown>()
  for (const setting of settingsTable) {
    const found = at(setting.name)
    if (found === undefined || found === null) continue
    if (setting.accepts(found)) known.set(setting.name, found)
    else
      complain(
        `The setting \`survey.${setting.name}\` is ${shortened(JSON.stringify(found))}, but should be ${setting.wanted}; its default is used.`,
      )
  }
  return {
    files: (known.get('files') ?? defaultSettings.files) as Settings['files'],
    symbols: (known.get('outline.symbols') ?? defaultSettings.symbols) as Settings['symbols'],
    citationLens: (known.get('codeLens.citations') ?? defaultSettings.citationLens) as Settings['citationLens'],
    rules: Object.fromEntries(
      rules.map(({ code }) => [code, known.get(`rules.${code}`)]).filter(([, severity]) => severity !== undefined),
    ) as RuleSeverities,
  }
}

/** As much of a value as fits into a message. */
const shortened = (json: string): string => (json.length <= 80 ? json : `${json.slice(0, 79)}…`)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
