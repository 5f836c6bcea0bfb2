/** The package names its UMD file only; the ES module is the same code, and smaller once bundled. */
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}
