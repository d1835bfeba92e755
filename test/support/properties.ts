import fc from 'fast-check'

/** In every test file: each property is tried with the run's seed (`seed.mjs`). */
fc.configureGlobal({ seed: Number(process.env['SURVEY_SEED']) })
