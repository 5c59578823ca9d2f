import { existsSync } from 'node:fs';

/** Debian's: the one without windows first, which paints the same and takes a quarter less time for it. */
const DEBIAN_CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** CHROMIUM_PATH, then Debian's, then Playwright's own (undefined lets it choose). */
export const chromiumPath = process.env['CHROMIUM_PATH'] ?? DEBIAN_CHROMIUMS.find(existsSync);

/** WebGL by software, so that the map paints on a machine without a graphics card; no calls home. */
export const SOFTWARE_GL_ARGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Only what asks for WebGL is drawn by the software's GL: a page of text costs a third of it without. A
 * map's page then waits for each of its pictures to be read back, so its time is measured without this.
 */
export const CHROMIUM_ARGS = [...SOFTWARE_GL_ARGS, '--disable-gpu-compositing'];
