export { rewriteUses } from './rewriteUses'
export { renumbered, type Mapping } from './writer'
