/**
 * German, unchanged: whoever reads this page writes programs, and its terms are those of the standards it names.
 */
export { developers } from '../de/developers.ts'
