import type { Profile } from '../profile'
import { swot } from './swot'

/** The profiles that come with the product. The first is the default. */
export const profiles: readonly [Profile, ...Profile[]] = [swot]

/** The profile with that name; the default where there is none. */
export const profileNamed = (name: string | undefined): Profile => profiles.find((profile) => profile.name === name) ?? profiles[0]
