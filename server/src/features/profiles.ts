import { profilesToChoose, type Profile } from '../core'
import { profilesRequest, type ProfileInfo } from '../protocol'
import { blankFile } from './blankFile'
import { feature } from './feature'

/** The profiles that a new survey may be begun by. */
export const profiles = feature(profilesRequest, {}, (session, { uri }) =>
  profilesToChoose(blankFile(session, uri).document).map(infoOf),
)

const infoOf = ({ name, initiatives, initiative }: Profile): ProfileInfo => ({
  name,
  summary: `${initiatives.title}: ${initiative.map(({ title }) => title).join(', ')}`,
})
