/** Before any test runs: every property of the run is tried with one seed, another each time unless `SURVEY_SEED` says which. */
export default function setup() {
  process.env.SURVEY_SEED ??= String(Date.now() % 2 ** 31)
  console.log(`Properties are tried with SURVEY_SEED=${process.env.SURVEY_SEED}.`)
}
