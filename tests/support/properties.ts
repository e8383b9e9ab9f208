/** Properties are tried with the same values in every run, so that a failure is one of the change; PROPERTY_SEED looks elsewhere. */
import fc from 'fast-check'

const SEED = 20_261_122

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? SEED) })
