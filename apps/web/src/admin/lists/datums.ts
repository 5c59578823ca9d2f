/** Coordinate systems that a drawn file may be in, the one of the country's maps first. */
export const DATUMS = [
  { value: 'gcj02', label: 'GCJ-02' },
  { value: 'wgs84', label: 'WGS-84' },
  { value: 'bd09', label: 'BD-09' },
] as const;
