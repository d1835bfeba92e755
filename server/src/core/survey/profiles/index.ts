import type { Profile } from '../profile'
import { evaluation } from './evaluation'
import { swot } from './swot'

/** The profiles that come with the product. The first is the default. */
export const profiles: readonly [Profile, ...Profile[]] = [swot, evaluation]

/** The profile with that name, of these or of the product's. */
export const profileNamed = (name: string | undefined, own?: ReadonlyMap<string, Profile>): Profile | undefined =>
  name === undefined ? undefined : (own?.get(name) ?? profiles.find((profile) => profile.name === name))
