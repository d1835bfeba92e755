import type { Profile } from '../profile'
import { comparison } from './comparison'
import { competitors } from './competitors'
import { evaluation } from './evaluation'
import { literature } from './literature'
import { options } from './options'
import { swot } from './swot'

/** The profiles that come with the product. The first is the default. */
export const profiles: readonly [Profile, ...Profile[]] = [
  swot,
  evaluation,
  comparison,
  competitors,
  literature,
  options,
]

/** The profile with that name, of these or of the product's. */
export const profileNamed = (name: string | undefined, own?: ReadonlyMap<string, Profile>): Profile | undefined =>
  name === undefined ? undefined : (own?.get(name) ?? profiles.find((profile) => profile.name === name))
