import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

/** What every page carries, what paper needs, and what some pages have beside it. */
const styles = [
  'site',
  'print',
  'add',
  'area',
  'asset',
  'own',
  'checks',
  'figures',
  'desk',
  'desk-asset',
  'desk-photos',
  'runs',
  'takeaway',
  'today',
  'walk',
  'whats-on',
];
const scripts = readdirSync('scripts').filter((file) => file.endsWith('.ts'));

/**
 * Two builds. `vite build` makes the browser's part (dist/web: hashed files and a manifest); `vite build --ssr` makes every program
 * (dist/server: main and one file a script), leaving libraries to node_modules.
 */
export default defineConfig(({ isSsrBuild }) => ({
  appType: 'custom',
  publicDir: isSsrBuild ? false : 'web/static',
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: 'dist/server',
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        sourcemap: true,
        rollupOptions: {
          input: Object.fromEntries([['main', 'api/main.ts'], ...scripts.map((file) => [file.replace(/\.ts$/, ''), `scripts/${file}`])]),
          output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
        },
      }
    : {
        outDir: 'dist/web',
        emptyOutDir: true,
        manifest: true,
        assetsDir: 'assets',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        target: 'es2020',
        rollupOptions: {
          input: {
            browser: 'web/browser/main.ts',
            'walk-worker': 'web/worker/walk-worker.ts',
            ...Object.fromEntries(styles.map((name) => [name, `web/styles/${name}.css`])),
          },
        },
      },
}));
