import { useEffect, useState } from 'react';

const EVERY_MS = 30_000;

/** The present instant in milliseconds, as often as it shows. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
