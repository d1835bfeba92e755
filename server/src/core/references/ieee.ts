import type { ReferenceStyle } from './dialect'
import { field, findAccessed, findUrl } from './fields'

/** `[[7]] Authors, "Title" [online]. Available: <URL>. Date accessed: 2018-06-07.` */
export const ieee: ReferenceStyle = {
  id: 'ieee',
  summary: 'Authors, "Title" [online]. Available: <URL>. Date accessed: D.',
  example: 'J. Poon and V. Buterin, "Plasma: Scalable Autonomous Smart Contracts" [online]. Available: <https://plasma.io/plasma.pdf>. Date accessed: 2018-06-14.',

  recognises: (text) => QUOTED.test(text) || ONLINE.test(text),

  parse(text) {
    const quoted = QUOTED.exec(text)
    const found = findUrl(text)
    const accessed = findAccessed(text)?.accessed
    const title = quoted
      ? field(text, quoted.index + 1, quoted.index + quoted[0].length - 1)
      : field(text, 0, ONLINE.exec(text)?.index ?? found?.whole.from ?? text.length)
    const authors = quoted ? field(text, 0, quoted.index) : undefined
    return {
      ...(title && { title }),
      ...(authors && { authors }),
      ...(found && { url: found.url }),
      ...(accessed && { accessed }),
    }
  },

  format: ({ title = '???', authors, url = '???', accessed = '????-??-??' }) =>
    `${authors ? `${authors}, ` : ''}"${title}" [online]. Available: <${url}>. Date accessed: ${accessed}.`,
}

const QUOTED = /["“”][^"“”]{1,1000}["“”]/u
const ONLINE = /[[(]online\.?[\])]|\bavailable(?:\s+at)?\s*:/iu
