/** `[1]–[3], [7]`: three and more in a row as a range, save for those that are to be seen. */
export function runsOf(
  numbers: readonly number[],
  cite: (number: number) => string,
  dash: string,
  comma: string,
  alone: ReadonlySet<number> = new Set(),
): string {
  const parts: string[] = []
  for (let i = 0; i < numbers.length;) {
    let end = i
    while (
      !alone.has(numbers[i] ?? 0) &&
      numbers[end + 1] === (numbers[end] ?? 0) + 1 &&
      !alone.has(numbers[end + 1] ?? 0)
    )
      end++
    const [from, to] = [numbers[i] ?? 0, numbers[end] ?? 0]
    if (end - i > 1) parts.push(cite(from) + dash + cite(to))
    else parts.push(...numbers.slice(i, end + 1).map(cite))
    i = end + 1
  }
  return parts.join(comma)
}
