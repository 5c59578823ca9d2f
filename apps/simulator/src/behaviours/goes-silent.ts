import type { TruckBehaviour } from './behaviour.js';

/** Sends nothing for `silentSec` of every `everySec`, then uploads what it kept by 0x0704. */
export function goesSilent(everySec = 420, silentSec = 150): TruckBehaviour {
  let startedAtMs: number | null = null;
  return {
    name: 'goes silent',
    report(report, line, atMs) {
      startedAtMs ??= atMs;
      const sec = ((atMs - startedAtMs) / 1_000) % everySec;
      if (sec >= everySec - silentSec) line.hold(report);
      else line.report(report);
    },
  };
}
