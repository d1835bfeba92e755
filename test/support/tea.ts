/** A survey whose references are listed in another order than they are cited, and the same renumbered. */
export const TEA = `# Brews

## Initiatives

### #1 Tea

#### Strengths

Warm [2], cheap [1].

## References

[1] One, https://a.org/1, Date accessed: 2018-06-07.

[2] Two, https://a.org/2, Date accessed: 2018-06-07.
`

export const RENUMBERED = TEA.replace('[2], cheap [1]', '[1], cheap [2]')
  .replace('[1] One, https://a.org/1', '[1] Two, https://a.org/2')
  .replace(/\[2\] Two, https:\/\/a.org\/2/u, '[2] One, https://a.org/1')
