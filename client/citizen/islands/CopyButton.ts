export { wakeCopyButton as wake } from '../../ui/copy-text.ts'
