import type { AlertLevel } from '@tongyun/contracts';

/** Two rising notes, more urgent by level: `[Hz, seconds from the start]`. */
const NOTES: Readonly<Record<AlertLevel, readonly (readonly [number, number])[]>> = {
  notice: [[660, 0]],
  warning: [
    [660, 0],
    [880, 0.18],
  ],
  grave: [
    [880, 0],
    [1175, 0.16],
    [880, 0.32],
    [1175, 0.48],
  ],
};
const NOTE_SEC = 0.14;

let context: AudioContext | null = null;

/** Rings for an alert; a browser that allows no sound yet stays silent. */
export function ringFor(level: AlertLevel): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  void context.resume().catch(() => undefined);
  for (const [hz, afterSec] of NOTES[level]) {
    const at = context.currentTime + afterSec;
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hz;
    loudness.gain.setValueAtTime(0.0001, at);
    loudness.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_SEC);
    tone.connect(loudness).connect(context.destination);
    tone.start(at);
    tone.stop(at + NOTE_SEC);
  }
}
