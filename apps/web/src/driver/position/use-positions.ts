import { newId } from '@tongyun/kernel';
import { useEffect, useRef, useState } from 'react';
import type { FixEntry } from '../queue/queue-entry.js';
import { isWorthKeeping, type PhoneFix } from './worth-keeping.js';

export type PositionProblem = 'denied' | 'unavailable' | 'insecure';

export interface PositionState {
  /** km/h; null when the phone does not say. */
  readonly speedKph: number | null;
  readonly problem: PositionProblem | null;
}

const UNKNOWN: PositionState = { speedKph: null, problem: null };
const KPH_PER_MPS = 3.6;

/** Follows the phone while the page is open and its driver on duty; hands over what is worth it. */
export function usePositions(
  driverId: string,
  isOnDuty: boolean,
  keep: (fix: FixEntry) => void,
): PositionState {
  const [state, setState] = useState<PositionState>(UNKNOWN);
  const last = useRef<PhoneFix | null>(null);

  useEffect(() => {
    if (!isOnDuty) return setState(UNKNOWN);
    if (!window.isSecureContext || !('geolocation' in navigator)) {
      return setState({ speedKph: null, problem: 'insecure' });
    }
    const watch = navigator.geolocation.watchPosition(
      (position) => {
        const fix = toPhoneFix(position);
        const entry = toEntry(driverId, fix, position.coords);
        setState({ speedKph: entry.speedKph, problem: null });
        if (!isWorthKeeping(fix, last.current)) return;
        last.current = fix;
        keep(entry);
      },
      ({ code, PERMISSION_DENIED }) =>
        setState({
          speedKph: null,
          problem: code === PERMISSION_DENIED ? 'denied' : 'unavailable',
        }),
      { enableHighAccuracy: true, maximumAge: 5_000, timeout: 60_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [driverId, isOnDuty, keep]);

  return state;
}

const toPhoneFix = ({ timestamp, coords }: GeolocationPosition): PhoneFix => ({
  at: new Date(timestamp),
  lng: coords.longitude,
  lat: coords.latitude,
  accuracyM: coords.accuracy,
});

/** Browsers give metres a second, and NaN for the heading of a phone that stands still. */
const toEntry = (
  driverId: string,
  { at, lng, lat, accuracyM }: PhoneFix,
  { speed, heading }: GeolocationCoordinates,
): FixEntry => ({
  kind: 'fix',
  id: newId<string>(),
  driverId,
  at: at.toISOString(),
  lng,
  lat,
  accuracyM,
  speedKph: speed === null || Number.isNaN(speed) ? null : speed * KPH_PER_MPS,
  headingDeg: heading === null || Number.isNaN(heading) ? null : heading,
});
