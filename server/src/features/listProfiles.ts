import { profilesToChoose, type Profile } from '../core'
import { profilesRequest, type ProfileInfo } from '../protocol'
import { blankFile } from './shared/blankFile'
import { feature } from './feature'

/** The profiles that a new survey may be begun by. */
export const listProfiles = feature(profilesRequest, {}, (session, { uri }) =>
  profilesToChoose(blankFile(session, uri).document).map(infoOf),
)

const infoOf = ({ name, initiatives, initiative }: Profile): ProfileInfo => ({
  name,
  summary: `${initiatives.title}: ${initiative.map(({ title }) => title).join(', ')}`,
})
