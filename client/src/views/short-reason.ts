/** The gist of a reason such as `This is not a survey: no heading …`, in at most `limit` characters, cut between words. */
export function shortReason(reason: string, limit: number): string {
  const gist = reason
    .slice(reason.indexOf(': ') + 1)
    .trim()
    .replace(/\.$/u, '')
  if (gist.length <= limit) return gist
  const cut = gist.slice(0, limit)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`
}
