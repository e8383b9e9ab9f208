/**
 * German, unchanged: staff pages are not offered in easy language. They are a tool for people at work, full of the
 * terms their own rules use, and a second set of terms would be one more thing to learn.
 */
export { clerk } from '../de/clerk.ts'
