import type { Range } from 'vscode-languageserver-protocol'
import type {
  IncompletePlace,
  Outline,
  OutlineInitiative,
  OutlineReference,
  OutlineSection,
  OutlineState,
} from '../../server/src/protocol'

/** Outlines for tests, written line by line: each section takes two lines. */

export const at = (line: number, character = 0, length = 0): Range => ({
  start: { line, character },
  end: { line, character: character + length },
})

export const section = (title: string, state: OutlineState, line: number): OutlineSection => ({
  kind: title.toLowerCase(),
  title,
  state,
  incomplete: state !== 'complete' && state !== 'none',
  range: state === 'missing' ? null : { start: { line, character: 0 }, end: { line: line + 1, character: 3 } },
  selection: at(line + 1, 0, 3),
})

export function initiative(
  title: string,
  line: number,
  states: readonly OutlineState[],
  titles = ['What', 'Who', 'Strengths'],
): OutlineInitiative {
  const sections = states.map((state, index) => section(titles[index] ?? `S${index}`, state, line + 1 + index * 2))
  return {
    number: '1',
    title,
    range: { start: { line, character: 0 }, end: { line: line + states.length * 2, character: 3 } },
    selection: at(line, 4, title.length),
    done: states.filter((state) => state === 'complete').length,
    total: states.length,
    sections,
  }
}

export const reference = (number: number, line: number, citations = 1, incomplete = false): OutlineReference => ({
  number,
  title: `Title ${number}`,
  incomplete,
  range: at(line, 0, 30),
  selection: at(line, 0, 3),
  citations,
})

export const incomplete = (title: string, line: number): IncompletePlace => ({
  title,
  state: 'placeholder',
  selection: at(line, 0, 3),
})

export function outline(parts: Partial<Pick<Outline, 'initiatives' | 'sections' | 'references'>>): Outline {
  return {
    version: 1,
    survey: true,
    candidate: false,
    blank: false,
    reason: 'This is a survey: it says so.',
    profile: 'swot',
    done: 0,
    total: 0,
    initiatives: [],
    sections: [],
    references: [],
    incomplete: [],
    ...parts,
  }
}
