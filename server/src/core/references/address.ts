/**
 * An address as two authors would agree on it: without scheme, `www.`, closing slash and letter case of the host.
 * Undefined where it is none yet, as in `https:/????`.
 */
export function normalAddress(url: string): string | undefined {
  if (url.length > LONGEST) return undefined
  const [, host, rest] = /^<?(?:https?:\/\/)?(?:www\.(?=[^\s/?#<>]+\.))?([^\s/?#<>]+)([^\s<>]*)>?$/iu.exec(url.trim()) ?? []
  if (host === undefined || rest === undefined || !HOST.test(host) || /\?{3}/.test(rest)) return undefined
  return host.toLowerCase() + decoded(rest.replaceAll('&amp;', '&').replace(/\\(?=[\p{P}\p{S}])/gu, '')).replace(/(?<![.,;])[.,;]+$/u, '').replace(/\/$/u, '')
}

const HOST = /^.+\..|^localhost/iu

/** Nobody types a longer one, and matching must not take long. */
const LONGEST = 4096

/** `%20` and a blank are one address; what cannot be decoded is left as it is. */
function decoded(path: string): string {
  return path.replace(/(?:%[0-7][0-9a-f])+/giu, (bytes) => decodeURIComponent(bytes))
}
