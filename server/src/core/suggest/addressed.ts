import { bareAddress } from '../references/address'
import { folded } from '../text/fold'

/**
 * The indexes of the addresses that somebody is typing: first those that begin so, then those in which a part does, of equals the heaviest first.
 * Undefined where no address is typed, or none of these. `addresses` must be as `Catalogue` has them. `isWhole` says that what was typed goes
 * beyond the host, so that nothing else can be meant.
 */
export function addressed(
  addresses: readonly string[],
  typed: string,
  weight: (index: number) => number,
): { readonly found: readonly number[]; readonly isWhole: boolean } | undefined {
  const own = bareAddress(typed)
  if (own === '' || /\s/u.test(own) || (own.length === typed.length && !/[./]/u.test(own))) return undefined
  const sought = folded(own)
  const begun: number[] = []
  const within: number[] = []
  for (const [index, address] of addresses.entries()) {
    const at = address.indexOf(sought)
    if (at === 0) begun.push(index)
    else if (at > 0 && !/[\p{L}\p{N}]/u.test(address.charAt(at - 1))) within.push(index)
  }
  const found = [begun, within].flatMap((each) => each.sort((a, b) => weight(b) - weight(a) || a - b))
  return found.length === 0 ? undefined : { found, isWhole: sought.includes('/') }
}
