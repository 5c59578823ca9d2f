// Bundles TypeScript of this repository for Node, with its path aliases; packages stay outside.
import { build } from 'vite';

/**
 * @param entries file by the name it gets: `{ tool: 'libs/tool/src/index.ts' }` becomes `tool.mjs`
 * @param outDir is added to, and only what has the same name is replaced
 */
export const bundle = (entries, outDir) =>
  build({
    configFile: false,
    logLevel: 'warn',
    resolve: { tsconfigPaths: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { input: entries, output: { entryFileNames: '[name].mjs' } },
    },
  });
