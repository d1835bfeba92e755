import { readable } from '../markdown/readable'

/**
 * An address as two authors would agree on it: without scheme, `www.`, closing slash, letter case of the host, and what only tells
 * where a reader came from. Every form of a DOI, and its page at a publisher, is `doi.org/10.…`, every form and version of an arXiv paper `arxiv.org/abs/…`.
 * Undefined where it is none yet, as in `https:/????`.
 */
export function normalAddress(url: string): string | undefined {
  if (url.length > LONGEST_ADDRESS) return undefined
  const address = plainAddress(url)
  if (address === undefined) return identifierAddress(url)
  const own = address.includes('?') || address.includes('#:~:') ? withoutTracking(address) : address
  return KNOWN.test(own) ? knownAddress(own) : own.includes('/doi/') ? publishedAddress(own) : own
}

/** An address as one types it to look for it: without its angle brackets, scheme and `www.`, which may be typed in part. */
export const bareAddress = (url: string): string => url.trim().replace(INTRO, '').replace(/>$/u, '')

const INTRO = /^<?(?:https?:\/{0,2}|[a-z][a-z0-9+.-]{0,30}:\/\/)?(?:www\.)?/iu

/** Whether a text begins as addresses do, and has nothing of its own yet: `htt`, `https://ww`, `www.` */
export const isAddressIntro = (text: string): boolean => INTROS.some((intro) => intro.startsWith(text.toLowerCase()))

const INTROS: readonly string[] = ['https://www.', 'http://www.', 'www.']

/** The host of an address without `www.`, or the address where there is none. */
export const hostOf = (url: string): string => /^[^/?#\s]+/u.exec(bareAddress(url))?.[0].toLowerCase() ?? url

/** A DOI in any of its forms (`10.1000/x`, `doi:10.1000/x`, `https://dx.doi.org/10.1000/x`) as `10.1000/x`, in lower case; undefined where it is none. */
export function doiIn(text: string): string | undefined {
  const found = text.length > LONGEST_ADDRESS ? undefined : DOI.exec(text.trim())?.[1]
  return (
    found &&
    decoded(found)
      .toLowerCase()
      .replace(/(?<![.,;])[.,;]+$/u, '')
  )
}

/** The id of an arXiv paper in any of its forms (`arXiv:1601.12345v2`, `https://arxiv.org/pdf/1601.12345.pdf`), without its version; undefined where it is none. */
export function arxivIn(text: string): string | undefined {
  const found =
    text.length > LONGEST_ADDRESS ? undefined : (ARXIV.exec(text.trim())?.[1] ?? ARXIV_DOI.exec(doiIn(text) ?? '')?.[1])
  return found?.toLowerCase()
}

function plainAddress(url: string): string | undefined {
  const [, host, rest] =
    /^<?(?:https?:\/\/)?(?:www\.(?=[^\s/?#<>]+\.))?([^\s/?#<>]+)([^\s<>]*)>?$/i.exec(url.trim()) ?? []
  if (host === undefined || rest === undefined || !HOST.test(host) || SCHEME.test(host) || /\?{3}/.test(rest))
    return undefined
  return (
    host.toLowerCase() +
    decoded(readable(rest))
      .replace(/(?<![.,;])[.,;]+$/u, '')
      .replace(/\/$/u, '')
  )
}

const HOST = /^.+\..|^localhost/i

/** What has a dot, but is the beginning of a DOI or an arXiv id. */
const SCHEME = /^(?:doi:|arxiv:)|^10\.\d{4,9}$/i

/** Nobody types a longer one, and matching must not take long. */
const LONGEST_ADDRESS = 4096

const DOI =
  /^<?(?:(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\/(?:doi:)?|doi:\s{0,3})?(10\.\d{4,9}\/[^\s<>?#]+)[^\s<>]*>?$/iu
const ARXIV =
  /^<?(?:(?:https?:\/\/)?(?:[\w-]{1,20}\.)?arxiv\.org\/(?:abs|pdf|html|format|ps)\/|arxiv:\s{0,3})((?:[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})|\d{4}\.\d{4,5})(?:v\d{1,3})?(?:\.pdf)?\/?(?:[?#][^\s<>]*)?>?$/iu
const ARXIV_DOI = /^10\.48550\/arxiv\.(\S+?)(?:v\d{1,3})?$/u
const KNOWN = /^(?:(?:dx\.)?doi|(?:[\w-]{1,20}\.)?arxiv)\.org\//u

function knownAddress(address: string): string {
  return identifierAddress(address) ?? address
}

/** `dl.acm.org/doi/10.1145/1`, `onlinelibrary.wiley.com/doi/pdf/10.1002/1`: many publishers have the DOI in their addresses. */
function publishedAddress(address: string): string {
  const doi = doiIn(PUBLISHED.exec(address)?.[1]?.replace(VIEW, '') ?? '')
  return doi === undefined ? address : `doi.org/${doi}`
}

const PUBLISHED = /^[^/?#]+\/doi\/(?:(?:abs|full|pdf|pdfdirect|pdfplus|epdf|epub|reader|book)\/)?(10\.\d{4,9}\/[^?#]+)/u
const VIEW = /\/(?:abstract|full|pdf|epdf|summary)$/u

function identifierAddress(text: string): string | undefined {
  const arxiv = arxivIn(text)
  if (arxiv !== undefined) return `arxiv.org/abs/${arxiv}`
  const doi = doiIn(text)
  return doi === undefined ? undefined : `doi.org/${doi}`
}

/** Parameters that change nothing on the page. */
const TRACKING =
  /^(?:utm_\w*|mtm_\w*|pk_\w*|hsa_\w*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|__hs\w*|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|ref_(?:src|url)|s_cid|cmpid)$/iu

function withoutTracking(address: string): string {
  const [, path = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/su.exec(address) ?? []
  const kept = query
    ?.split('&')
    .filter((parameter) => parameter !== '' && !TRACKING.test(parameter.split('=', 1)[0] ?? ''))
    .join('&')
  return path.replace(/\/$/u, '') + (kept ? `?${kept}` : '') + (fragment.startsWith('#:~:') ? '' : fragment)
}

/** `%20` and a blank are one address; what cannot be decoded is left as it is. */
function decoded(path: string): string {
  return path.includes('%') ? path.replace(/(?:%[0-7][0-9a-f])+/giu, (bytes) => decodeURIComponent(bytes)) : path
}
