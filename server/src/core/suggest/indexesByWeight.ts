/** The indexes of weights, the heaviest first, of equals the first. Few are found in no time, and the rest sorted if somebody asks. */
export function* indexesByWeight(weights: Float64Array, few = FEW_ENOUGH): Iterable<number> {
  const isBefore = (a: number, b: number): boolean => order(a, b) < 0
  const order = (a: number, b: number): number => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b
  // The first of them is the last that is among the few so far.
  const heap = Array.from({ length: Math.min(few, weights.length) }, (_, i) => i).sort((a, b) => order(b, a))
  let least = weights[heap[0] ?? 0] ?? 0
  for (let index = heap.length; index < weights.length; index++) {
    if ((weights[index] ?? 0) <= least) continue
    let at = 0
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && isBefore(heap[child] ?? 0, heap[child + 1] ?? 0)) child++
      const later = heap[child] ?? 0
      if (!isBefore(index, later)) break
      heap[at] = later
      at = child
    }
    heap[at] = index
    least = weights[heap[0] ?? 0] ?? 0
  }
  yield* heap.sort(order)
  if (heap.length < weights.length) yield* [...weights.keys()].sort(order).slice(heap.length)
}

/** More than are shown, as some have the same number. */
const FEW_ENOUGH = 200
