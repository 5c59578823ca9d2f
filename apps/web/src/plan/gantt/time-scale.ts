/** How instants lie across the chart. */
export interface TimeScale {
  readonly fromMs: number;
  readonly toMs: number;
  readonly pxPerHour: number;
}

export interface Tick {
  readonly atMs: number;
  readonly x: number;
  /** The first of a calendar day. */
  readonly isMidnight: boolean;
}

const MS_PER_MIN = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MIN;
/** China keeps one offset all year. */
const SHANGHAI_AHEAD_MS = 8 * MS_PER_HOUR;
const DAY_MS = 24 * MS_PER_HOUR;
const STEPS_MIN = [5, 10, 15, 30, 60, 120, 180, 360];
/** Less room than this and the clock times of two ticks run into each other. */
const MIN_TICK_PX = 52;

export const MIN_PX_PER_HOUR = 24;
export const MAX_PX_PER_HOUR = 720;

/** Pixels from the chart's left edge. */
export const xOf = ({ fromMs, pxPerHour }: TimeScale, atMs: number): number =>
  ((atMs - fromMs) / MS_PER_HOUR) * pxPerHour;

export const widthOf = (scale: TimeScale): number => xOf(scale, scale.toMs);

/** The instant under a pixel, milliseconds. */
export const timeAt = ({ fromMs, pxPerHour }: TimeScale, x: number): number =>
  fromMs + (x / pxPerHour) * MS_PER_HOUR;

/** How long so many pixels are, to the nearest `stepMin` minutes, in milliseconds. */
export const spanOf = ({ pxPerHour }: TimeScale, px: number, stepMin: number): number =>
  Math.round(((px / pxPerHour) * 60) / stepMin) * stepMin * MS_PER_MIN;

/** Clock times of Shanghai at even steps, as close as they can be read. */
export function ticksOf(scale: TimeScale): Tick[] {
  const stepMs = stepOf(scale.pxPerHour) * MS_PER_MIN;
  const first = Math.ceil((scale.fromMs + SHANGHAI_AHEAD_MS) / stepMs) * stepMs;
  const count = Math.max(0, Math.floor((scale.toMs + SHANGHAI_AHEAD_MS - first) / stepMs) + 1);
  return Array.from({ length: count }, (_, nth) => {
    const local = first + nth * stepMs;
    const atMs = local - SHANGHAI_AHEAD_MS;
    return { atMs, x: xOf(scale, atMs), isMidnight: local % DAY_MS === 0 };
  });
}

const stepOf = (pxPerHour: number): number =>
  STEPS_MIN.find((minutes) => (minutes / 60) * pxPerHour >= MIN_TICK_PX) ?? STEPS_MIN.at(-1)!;

/** The scale that shows so long a time in so many pixels, within what can be read. */
export const pxPerHourFor = (fromMs: number, toMs: number, widthPx: number): number =>
  within((widthPx * MS_PER_HOUR) / Math.max(MS_PER_HOUR, toMs - fromMs));

/** A scale nearer or further by a factor, within what can be read. */
export const within = (pxPerHour: number): number =>
  Math.min(MAX_PX_PER_HOUR, Math.max(MIN_PX_PER_HOUR, pxPerHour));

/** Whole hours around everything that a plan says. */
export function spanAround(instants: readonly string[], fallback: readonly [string, string]) {
  const times = (instants.length > 0 ? instants : fallback).map((at) => Date.parse(at));
  const fromMs = times.reduce((least, at) => Math.min(least, at), Infinity);
  const toMs = times.reduce((most, at) => Math.max(most, at), -Infinity);
  return {
    fromMs: Math.floor(fromMs / MS_PER_HOUR) * MS_PER_HOUR,
    toMs: Math.ceil(toMs / MS_PER_HOUR) * MS_PER_HOUR,
  };
}
