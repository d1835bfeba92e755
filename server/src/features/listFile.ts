import { listInConfig } from '../core'
import { listInConfigRequest } from '../protocol'
import { feature } from './feature'

/** The same in the config of its folder. */
export const listFile = feature(listInConfigRequest, {}, (_, { text, name }) => {
  const listed = listInConfig(text, name)
  return listed === undefined ? null : { text: listed }
})
