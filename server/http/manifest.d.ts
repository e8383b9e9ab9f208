/** Vite's manifest of the client build, baked in by the server builds. */
declare const __CLIENT_MANIFEST__: import('./assets.ts').Manifest
/** Text of the elements for other websites. */
declare const __EMBED_SCRIPT__: string
