/** Small surveys around the prose that a test is about, in the ways in which authors write them. */

/** Sections are headings, citations `[7]`, references plain. The prose is in lines from 7 on. */
export const inHeadings = (prose: string): string => `## Current initiatives

### #1 Plasma

#### What is it?

${prose}

#### Threats

???

## References

[7] Plasma: a primer, J. Poon and V. Buterin, https://www.plasma.io/primer, Date accessed: 2018-06-07.

[12] Rootstock, https://rsk.co/about, Date accessed: 2018-06-08.
`

/** Sections are emphasised, citations \`[[7]]\`, references in the style of the IEEE, with link definitions. */
export const inEmphasis = (prose: string): string => `## Current initiatives

### Plasma

_What is it?_

${prose}

_Threats_

A threat [[12]].

## References

[[7]] J. Poon and V. Buterin, "Plasma: a primer" [online]. Available: <https://www.plasma.io/primer>. Date accessed: 2018&#8209;06&#8209;07.

[7]: https://www.plasma.io/primer 'Plasma: a primer'

[[12]] "Rootstock" [online]. Available: <https://rsk.co/about>. Date accessed: 2018&#8209;06&#8209;08.

[12]: https://rsk.co/about 'Rootstock'
`

/** Citations are `[[7]](url)`, and there are no link definitions. */
export const inLinks = (prose: string): string =>
  inHeadings(prose)
    .replace('???', 'A threat [[12]](https://rsk.co/about(us)), and another [[7]](https://www.plasma.io/primer).')
    .replace('rsk.co/about,', 'rsk.co/about(us),')
