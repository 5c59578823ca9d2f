import type { TruckBehaviour } from './behaviour.js';

/**
 * Sends nothing for `silentSec` of every `everySec`, then uploads what it kept by 0x0704.
 *
 * The silence outlasts the shipped policy of ten minutes, so that a trip is seen to be offline.
 */
export function goesSilent(everySec = 1_200, silentSec = 720): TruckBehaviour {
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
