/** Names carry soft hyphens for narrow screens; titles and addresses of other programs do without. */
export const plainWord = (word: string) => word.replaceAll('\u00ad', '')
