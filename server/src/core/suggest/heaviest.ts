/** The indexes of weights, the heaviest first, of equals the first: sorted no further than somebody asks. */
export function* heaviest(weights: Float64Array): Iterable<number> {
  const heap = Int32Array.from(weights, (_, i) => i)
  const isBefore = (a: number, b: number): boolean => {
    const difference = (weights[a] ?? 0) - (weights[b] ?? 0)
    return difference > 0 || (difference === 0 && a < b)
  }
  const sink = (from: number, length: number): void => {
    const index = heap[from] ?? 0
    let at = from
    for (let child = 2 * at + 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && isBefore(heap[child + 1] ?? 0, heap[child] ?? 0)) child++
      const heavier = heap[child] ?? 0
      if (!isBefore(heavier, index)) break
      heap[at] = heavier
      at = child
    }
    heap[at] = index
  }
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(i, heap.length)
  for (let length = heap.length; length > 0;) {
    yield heap[0] ?? 0
    heap[0] = heap[--length] ?? 0
    sink(0, length)
  }
}
