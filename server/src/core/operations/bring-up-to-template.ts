import { openDocument } from '../document'
import { initiativeName, listed, quoted } from '../survey/names'
import { edited } from '../text/composeEdits'
import { insertMissingSections } from '../writing/missingSections'
import { sectionTitle } from '../writing/skeleton'
import { contains } from '../text/span'
import { operation } from './choices'
import { anchorsOf, redirected } from './headingAnchors'
import { linksToHeadings } from './headingLinks'
import type { Operation } from './operation'

/** Nothing but insertions, save for links to headings whose anchors change by them. */
export const bringUpToTemplate: Operation = operation({
  id: 'bring-up-to-template',
  title: 'Bring Up to Template',
  summary: 'Insert the sections that initiatives lack, each in its place, in the form of the file.',
  options: [{ name: 'initiative', summary: 'Which one, counted from 1 as they stand; all of them by default' }],

  plan(document, { numbers: { initiative: place } }) {
    const { survey } = document
    const { initiatives, dialect } = survey
    if (place !== undefined && place > initiatives.length) {
      const count = initiatives.length === 1 ? 'is 1 initiative' : `are ${initiatives.length} initiatives`
      return { refused: `There ${count}, so there is none at place ${place}.` }
    }
    const lacking = initiatives.filter(
      ({ missing }, i) => missing.length > 0 && (place === undefined || i === place - 1),
    )
    const inserted = edited(document.text, insertMissingSections(lacking, survey, document.text))
    if (inserted.edits.length === 0) return { edits: [], changes: [], losses: [] }
    const after = openDocument(inserted.text, document.hints)
    const old = new Map(anchorsOf(document).map(({ from, slug }) => [from, slug]))
    const anchors = new Map<string, string>()
    for (const { from, slug } of anchorsOf(after)) {
      const before = inserted.spanBefore({ from, to: from + 1 })
      const own = before.to > before.from ? old.get(before.from) : undefined
      if (own !== undefined && own !== slug) anchors.set(own, slug)
    }
    const links = linksToHeadings(document).filter(
      ({ path, anchor }) => path === '' && !inserted.edits.some(({ span }) => contains(span, anchor)),
    )
    return {
      edits: [...inserted.edits, ...links.flatMap((link) => redirected(link, anchors))].sort(
        (a, b) => a.span.from - b.span.from,
      ),
      changes: lacking.map((initiative) => ({
        subject: initiativeName(initiative),
        before: initiative.missing.length === 1 ? '1 section missing' : `${initiative.missing.length} sections missing`,
        after: listed(
          initiative.missing.map((template) => quoted(sectionTitle(template, dialect))),
          'and',
        ),
        span: initiative.label.content,
      })),
      losses: [],
    }
  },
})
