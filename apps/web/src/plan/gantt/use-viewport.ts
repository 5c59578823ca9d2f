import { type RefObject, useEffect, useState } from 'react';

export interface Viewport {
  readonly scrollTop: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Rows are drawn this far beyond what is seen, so a little scrolling draws nothing anew. */
const SCROLL_STEP_PX = 120;

/** What is seen of a scrolled element, in coarse steps and at most once a frame. */
export function useViewport(frame: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ scrollTop: 0, widthPx: 0, heightPx: 0 });
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let asked = 0;
    const read = () => {
      asked = 0;
      const now = {
        scrollTop: Math.floor(element.scrollTop / SCROLL_STEP_PX) * SCROLL_STEP_PX,
        widthPx: element.clientWidth,
        heightPx: element.clientHeight,
      };
      setViewport((before) => (isSame(before, now) ? before : now));
    };
    const ask = () => {
      asked ||= requestAnimationFrame(read);
    };
    const observer = new ResizeObserver(ask);
    observer.observe(element);
    element.addEventListener('scroll', ask, { passive: true });
    read();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', ask);
      cancelAnimationFrame(asked);
    };
  }, [frame]);
  return viewport;
}

const isSame = (one: Viewport, other: Viewport): boolean =>
  one.scrollTop === other.scrollTop &&
  one.widthPx === other.widthPx &&
  one.heightPx === other.heightPx;
