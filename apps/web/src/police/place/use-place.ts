import { useEffect, useState } from 'react';

export interface Place {
  readonly lng: number;
  readonly lat: number;
  readonly accuracyM: number;
}

export type PlaceState =
  | { readonly state: 'off' | 'searching' | 'denied' | 'unavailable' | 'insecure' }
  | { readonly state: 'found'; readonly place: Place };

/** Browsers speak WGS-84; a place older than this is not where the officer stands. */
const OLDEST_MS = 30_000;

/** Where this device is, while it is wanted. */
export function usePlace(isWanted: boolean): PlaceState {
  const [state, setState] = useState<PlaceState>({ state: 'off' });
  useEffect(() => {
    if (!isWanted) return setState({ state: 'off' });
    if (!window.isSecureContext || !('geolocation' in navigator)) {
      return setState({ state: 'insecure' });
    }
    setState({ state: 'searching' });
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => setState({ state: 'found', place: toPlace(coords) }),
      ({ code, PERMISSION_DENIED }) =>
        setState({ state: code === PERMISSION_DENIED ? 'denied' : 'unavailable' }),
      { enableHighAccuracy: true, maximumAge: OLDEST_MS, timeout: 15_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [isWanted]);
  return state;
}

const toPlace = ({ longitude, latitude, accuracy }: GeolocationCoordinates): Place => ({
  lng: longitude,
  lat: latitude,
  // The contract ends at 5 km; beyond it the position is no help anyway.
  accuracyM: Math.min(Math.round(accuracy), 5_000),
});
