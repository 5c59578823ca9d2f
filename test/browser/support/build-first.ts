import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { SERVER } from './product-process.js';

/** Builds the product where it was not built yet. */
export default function buildFirst(): void {
  if (!existsSync(SERVER)) spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
}
