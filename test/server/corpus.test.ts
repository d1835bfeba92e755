import { describe, expect, test } from 'vitest'
import { survey } from '../support/cli'
import { labels as readLabels, revisions as readRevisions } from '../support/corpus'
import { breaches } from '../support/schema'

interface Labels {
  readonly initiatives: readonly {
    readonly line: number
    readonly number: string | null
    readonly title: string
    readonly sections: readonly LabelledSection[]
  }[]
  readonly references: readonly { readonly number: number; readonly line: number }[]
  readonly citations: readonly { readonly number: number; readonly line: number; readonly character: number }[]
  readonly undefined: readonly number[]
  readonly uncited: readonly number[]
  readonly duplicateReferences: readonly number[]
}

interface LabelledSection {
  readonly kind: string
  readonly line: number
  readonly state: string
  readonly form: string
}

interface Outline {
  readonly survey: boolean
  readonly initiatives: readonly {
    readonly line: number
    readonly number: string | null
    readonly title: string
    readonly sections: readonly OutlinedSection[]
  }[]
  readonly references: Labels['references']
  readonly citations: Labels['citations']
}

interface OutlinedSection {
  readonly kind: string
  readonly line?: number
  readonly state: string
  readonly label?: string
}

const revisions = readRevisions()
const labels = readLabels<Labels>()

describe.skipIf(revisions.length === 0)('the outline of every revision says what the labels say', () => {
  test('all of them are labelled', () => {
    expect(revisions.map(({ name }) => name)).toEqual(Object.keys(labels).toSorted())
  })

  test.each(revisions)('$name', async ({ name, path }) => {
    const { stdout, stderr, code } = await survey(['outline', '--format', 'json', path])
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    const result = JSON.parse(stdout) as { files: readonly Outline[] }
    expect(breaches('outline', result)).toBe('')
    const [outline] = result.files
    const expected = labels[name]
    if (!outline || !expected) throw new Error('nothing to compare')
    expect(outline.survey).toBe(expected.initiatives.length > 0)
    if (!outline.survey) return
    expect(outline.initiatives.map(labelled)).toEqual(expected.initiatives)
    expect(outline.references.map(({ number, line }) => ({ number, line }))).toEqual(expected.references)
    expect(outline.citations).toEqual(expected.citations)
    expect(oddNumbers(outline)).toEqual({
      undefined: expected.undefined,
      uncited: expected.uncited,
      duplicateReferences: expected.duplicateReferences,
    })
  })
})

const labelled = ({
  line,
  number,
  title,
  sections,
}: Outline['initiatives'][number]): Labels['initiatives'][number] => ({
  line,
  number,
  title,
  sections: sections.flatMap(({ kind, line: at, state, label }) =>
    at === undefined || label === undefined ? [] : [{ kind, line: at, state, form: label }],
  ),
})

function oddNumbers({ references, citations }: Outline) {
  const listed = references.map(({ number }) => number)
  const cited = citations.map(({ number }) => number)
  return {
    undefined: distinct(cited.filter((number) => !listed.includes(number))),
    uncited: distinct(listed.filter((number) => !cited.includes(number))),
    duplicateReferences: distinct(listed.filter((number, i) => listed.indexOf(number) < i)),
  }
}

const distinct = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b)
