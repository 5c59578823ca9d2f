import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { pxPerHourFor, type TimeScale, timeAt, within, xOf } from './time-scale.js';

export interface Zoom {
  readonly scale: TimeScale;
  readonly nearer: () => void;
  readonly further: () => void;
  /** Everything at once. */
  readonly fit: () => void;
}

const STEP = 1.35;
const WHEEL_STEP = 1.0015;

/**
 * How near the chart is looked at. What lies under the pointer, or in the middle, stays where it is.
 *
 * @param widthPx room for the time axis
 * @param leftPx what stands left of it
 */
export function useZoom(
  frame: RefObject<HTMLElement | null>,
  span: Pick<TimeScale, 'fromMs' | 'toMs'>,
  widthPx: number,
  leftPx: number,
): Zoom {
  const { fromMs, toMs } = span;
  const [chosen, setChosen] = useState<number | null>(null);
  const fitting = pxPerHourFor(fromMs, toMs, widthPx);
  const pxPerHour = chosen ?? fitting;
  const scale = useMemo(() => ({ fromMs, toMs, pxPerHour }), [fromMs, toMs, pxPerHour]);
  const kept = useRef<{ readonly atMs: number; readonly px: number } | null>(null);

  const zoomBy = (factor: number, px: number) => {
    const left = frame.current?.scrollLeft ?? 0;
    kept.current = { atMs: timeAt(scale, left + px), px };
    setChosen(Math.max(Math.min(fitting, pxPerHour), within(pxPerHour * factor)));
  };
  useLayoutEffect(() => {
    if (kept.current && frame.current) {
      frame.current.scrollLeft = xOf(scale, kept.current.atMs) - kept.current.px;
    }
    kept.current = null;
  }, [frame, scale]);

  const onWheel = useRef(zoomBy);
  useEffect(() => {
    onWheel.current = zoomBy;
  });
  useEffect(() => {
    const element = frame.current;
    let asked = 0;
    let factor = 1;
    let px = 0;
    const zoom = () => {
      onWheel.current(factor, px);
      [asked, factor] = [0, 1];
    };
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      px = Math.max(0, event.clientX - (element?.getBoundingClientRect().left ?? 0) - leftPx);
      factor *= WHEEL_STEP ** -event.deltaY;
      asked ||= requestAnimationFrame(zoom);
    };
    // The browser would zoom the whole page.
    element?.addEventListener('wheel', listen, { passive: false });
    return () => {
      element?.removeEventListener('wheel', listen);
      cancelAnimationFrame(asked);
    };
  }, [frame, leftPx]);

  return {
    scale,
    nearer: () => zoomBy(STEP, widthPx / 2),
    further: () => zoomBy(1 / STEP, widthPx / 2),
    fit: () => setChosen(null),
  };
}
