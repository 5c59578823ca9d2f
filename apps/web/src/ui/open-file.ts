import { saveFile } from './save-file.js';

const KEPT_FOR_MS = 60_000;

/** Shows a file in a tab of its own; saves it under its name where the browser opens no tab. */
export function openFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  if (globalThis.open(url, '_blank') === null) saveFile(file, name);
  // The new tab reads it a little later.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR_MS);
}
