/** The small build, whose types the package does not export. */
declare module 'exifr/dist/lite.esm.mjs' {
  export function gps(file: Blob): Promise<{ latitude: number; longitude: number } | undefined>
}
