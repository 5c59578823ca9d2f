import { useEffect, useRef, useState } from 'react';
import type { Speed } from './playback.js';

/** Smooth enough for a truck, and little work for a desk's machine. */
const FRAME_MS = 66;

export interface Playback {
  readonly atMs: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly setSpeed: (speed: Speed) => void;
  readonly seek: (atMs: number) => void;
  readonly toggle: () => void;
}

/** Lets time go by from one instant to another, as fast as is wanted. */
export function usePlayback(fromMs: number, toMs: number): Playback {
  const [atMs, setAtMs] = useState(fromMs);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(30);
  const position = useRef(atMs);

  const seek = (soughtMs: number) => {
    position.current = Math.min(Math.max(soughtMs, fromMs), toMs);
    setAtMs(position.current);
  };
  const toggle = () => {
    if (!isPlaying && position.current >= toMs) seek(fromMs);
    setPlaying(!isPlaying);
  };

  useEffect(() => {
    if (!isPlaying) return;
    let beforeMs = performance.now();
    const timer = setInterval(() => {
      const nowMs = performance.now();
      position.current = Math.min(position.current + (nowMs - beforeMs) * speed, toMs);
      beforeMs = nowMs;
      setAtMs(position.current);
      if (position.current >= toMs) setPlaying(false);
    }, FRAME_MS);
    return () => clearInterval(timer);
  }, [isPlaying, speed, toMs]);

  return { atMs, isPlaying, speed, setSpeed, seek, toggle };
}
