/** The items of sequences in their usual order: so that as few sequences as can be have two of them the other way round. */
export function usualOrder<T extends string>(sequences: readonly (readonly T[])[]): readonly T[] {
  const before = new Map<string, number>()
  for (const sequence of sequences)
    sequence.forEach((a, i) => {
      for (const b of sequence.slice(i + 1)) before.set(`${a}\n${b}`, (before.get(`${a}\n${b}`) ?? 0) + 1)
    })
  const precedes = (a: T, b: T): boolean => (before.get(`${a}\n${b}`) ?? 0) > (before.get(`${b}\n${a}`) ?? 0)
  const left = [...new Set(sequences.flat())]
  const sorted: T[] = []
  while (left.length > 0) {
    const pressing = left.map((item) => left.filter((other) => precedes(other, item)).length)
    sorted.push(...left.splice(pressing.indexOf(Math.min(...pressing)), 1))
  }
  return sorted
}
