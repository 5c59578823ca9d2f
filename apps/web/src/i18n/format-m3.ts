/** A volume for a dense list: at most one decimal, none where it is whole. */
export const formatM3 = (volumeM3: number): string =>
  Number.isInteger(volumeM3) ? String(volumeM3) : volumeM3.toFixed(1);
