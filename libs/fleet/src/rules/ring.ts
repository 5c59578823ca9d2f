/** Whether a ring of a polygon ends exactly where it starts, as GeoJSON (RFC 7946, 3.1.6) asks. */
export function isClosedRing(ring: readonly (readonly number[])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && first[0] === last?.[0] && first[1] === last?.[1];
}
