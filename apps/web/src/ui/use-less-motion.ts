import { useSyncExternalStore } from 'react';

const LESS_MOTION = window.matchMedia('(prefers-reduced-motion: reduce)');

function follow(onChange: () => void): () => void {
  LESS_MOTION.addEventListener('change', onChange);
  return () => LESS_MOTION.removeEventListener('change', onChange);
}

/** Whether whoever looks asked the system for less motion: things then appear where they stay, at once. */
export const wantsLessMotion = (): boolean => LESS_MOTION.matches;

/** The same for what is drawn again when it changes. */
export const useLessMotion = (): boolean => useSyncExternalStore(follow, wantsLessMotion);
