import { type RefObject, useEffect, useState } from 'react';

export interface Viewport {
  readonly scrollTop: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What is seen of a scrolled element, at most once a frame. */
export function useViewport(frame: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ scrollTop: 0, widthPx: 0, heightPx: 0 });
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let asked = 0;
    const read = () => {
      asked = 0;
      setViewport({
        scrollTop: element.scrollTop,
        widthPx: element.clientWidth,
        heightPx: element.clientHeight,
      });
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
