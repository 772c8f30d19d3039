declare module 'virtual:mexico' {
  /** The states of Mexico as SVG paths in the frame of drawings/projection.ts. */
  export const outlines: { name: string; path: string }[];
}
