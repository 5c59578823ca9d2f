/** So many numbers in memory that a planning thread reads where it lies: handing them over copies nothing. */
export const sharedFloats = (length: number): Float32Array =>
  new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));
