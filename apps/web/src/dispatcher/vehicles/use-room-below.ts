import { type RefObject, useEffect, useState } from 'react';

const LEAST_PX = 160;

/** Pixels from an element's top to the window's bottom, less what is kept free beneath it. */
export function useRoomBelow(element: RefObject<HTMLElement | null>, keptPx: number): number {
  const [roomPx, setRoomPx] = useState(LEAST_PX);
  useEffect(() => {
    const measure = () => {
      const top = element.current?.getBoundingClientRect().top ?? 0;
      setRoomPx(Math.max(LEAST_PX, window.innerHeight - top - keptPx));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [element, keptPx]);
  return roomPx;
}
