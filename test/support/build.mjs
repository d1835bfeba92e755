import { build } from '../../build.mjs'

/** Before any test runs: what the tests start as processes is what the sources say. */
export default async function setup() {
  await build()
}
