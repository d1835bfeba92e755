/** Polls until the probe's result is truthy, and returns it; after the limit in milliseconds it fails and says for what. */
export async function until(what, probe, limit = 20_000) {
  const end = performance.now() + limit
  for (;;) {
    const result = await probe()
    if (result) return result
    if (performance.now() > end) throw new Error(`Waited ${limit / 1000} s in vain for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
