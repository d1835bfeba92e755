export type { Directive } from './directives'
export { factsOf, type Facts, type Stretch } from './facts'
export type { Mark } from './mark'
export { WEIGHTS } from './weight'
