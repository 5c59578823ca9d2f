import { FRAME_MARK } from '@tongyun/jt808';
import { between, type Random } from '@tongyun/kernel';
import type { TruckBehaviour } from './behaviour.js';

/** One of so many reports is preceded by random bytes, marks among them. */
const ONE_IN = 3;

/** Sends noise and broken frames between good ones. */
export const sendsRubbish = (random: Random): TruckBehaviour => ({
  name: 'sends rubbish',
  report(report, line) {
    if (random() < 1 / ONE_IN) line.sendBytes(noise(random));
    line.report(report);
  },
});

function noise(random: Random): Uint8Array {
  const bytes = Uint8Array.from({ length: between(random, 5, 60) }, () => between(random, 0, 256));
  bytes[0] = FRAME_MARK;
  return bytes;
}
