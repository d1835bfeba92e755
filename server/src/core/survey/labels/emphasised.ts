/** Emphasised words at the beginning of a line, and what stands behind them as far as it belongs to a label. */
export interface Emphasised {
  readonly mark: string
  /** Where the words stand in the line, without a colon or full stop at their end. UTF-16 offsets. */
  readonly from: number
  readonly to: number
  /** Where the label ends: behind the closing mark, a remark in brackets and a colon. */
  readonly end: number
  /** What tells the words from a sentence that begins with emphasis: a colon, a full stop, a dash, or that nothing follows. */
  readonly closedBy: 'colon' | 'stop' | 'dash' | 'nothing'
}

/** UTF-16 units: what is longer is a sentence that matters. */
const LONGEST = 100

const EMPHASISED = new RegExp(
  String.raw`^(?:(\*{1,3})(?![\s*])([^*\n]{1,${LONGEST}})\1(?!\*)|(_{1,3})(?![\s_])([^_\n]{1,${LONGEST}})\3(?![_\p{L}\p{N}]))`,
  'u',
)

const REMARK = String.raw`(?:[ \t]*[(（][^()（）\n]{0,80}[)）])?`
const COLON_BEHIND = new RegExp(String.raw`^${REMARK}[ \t]*[:：]`, 'u')
const NOTHING_BEHIND = new RegExp(String.raw`^${REMARK}[ \t]*$`, 'u')
const STOP_BEHIND = /^\.(?=[ \t]|$)/u
const DASH_BEHIND = /^[ \t]+[-–—](?=[ \t])/u

/** The emphasised words that a line begins with, where they may be a label. */
export function emphasisedIn(line: string): Emphasised | undefined {
  const match = EMPHASISED.exec(line)
  if (!match) return undefined
  const mark = match[1] ?? match[3] ?? ''
  const inside = match[2] ?? match[4] ?? ''
  const words = inside.replace(/[ \t]*[:：.。]?[ \t]*$/u, '')
  if (words === '' || /\s$/u.test(inside)) return undefined
  const behind = line.slice(match[0].length)
  const [end, closedBy] = closing(inside, behind)
  if (closedBy === undefined) return undefined
  return { mark, from: mark.length, to: mark.length + words.length, end: match[0].length + end, closedBy }
}

function closing(inside: string, behind: string): readonly [end: number, by: Emphasised['closedBy'] | undefined] {
  const colon = COLON_BEHIND.exec(behind)
  if (colon) return [colon[0].length, 'colon']
  if (/[:：]$/u.test(inside)) return [0, 'colon']
  const nothing = NOTHING_BEHIND.exec(behind)
  if (nothing) return [nothing[0].trimEnd().length, 'nothing']
  if (/[.。]$/u.test(inside)) return [0, 'stop']
  const stop = STOP_BEHIND.exec(behind)
  if (stop) return [stop[0].length, 'stop']
  const dash = DASH_BEHIND.exec(behind)
  return dash ? [dash[0].length, 'dash'] : [0, undefined]
}
