import type { Wgs84 } from '@tongyun/geo';

/** Six digits after the point, as the server is asked: a tenth of a metre. */
export const placeKey = ({ lng, lat }: Wgs84): string => `${lng.toFixed(6)},${lat.toFixed(6)}`;
