/** One moving vehicle as it crosses the wire. */
export interface PackedPosition {
  readonly vehicleId: string;
  readonly lng: number;
  readonly lat: number;
  readonly fixAt: Date;
  readonly speedKph: number | null;
  readonly headingDeg: number | null;
}

const RECORD_BYTES = 44;
const NONE = 0xffff;

/** 44 bytes a vehicle: id 16, lng and lat 8 each, time 8, speed and heading 2 each (0.1 km/h, degrees). */
export function packPositions(positions: readonly PackedPosition[]): ArrayBuffer {
  const buffer = new ArrayBuffer(positions.length * RECORD_BYTES);
  const view = new DataView(buffer);
  positions.forEach((position, index) => {
    const start = index * RECORD_BYTES;
    const hex = position.vehicleId.replaceAll('-', '');
    for (let byte = 0; byte < 16; byte++) {
      view.setUint8(start + byte, Number.parseInt(hex.slice(byte * 2, byte * 2 + 2), 16));
    }
    view.setFloat64(start + 16, position.lng);
    view.setFloat64(start + 24, position.lat);
    view.setFloat64(start + 32, position.fixAt.getTime());
    view.setUint16(
      start + 40,
      position.speedKph === null ? NONE : Math.round(position.speedKph * 10),
    );
    view.setUint16(
      start + 42,
      position.headingDeg === null ? NONE : Math.round(position.headingDeg),
    );
  });
  return buffer;
}

/** Reads what `packPositions` wrote; throws RangeError on a buffer of another length. */
export function unpackPositions(buffer: ArrayBuffer): PackedPosition[] {
  if (buffer.byteLength % RECORD_BYTES !== 0) {
    throw new RangeError(`packed positions come in records of ${RECORD_BYTES} bytes`);
  }
  const view = new DataView(buffer);
  return Array.from({ length: buffer.byteLength / RECORD_BYTES }, (_, index) => {
    const start = index * RECORD_BYTES;
    const hex = Array.from({ length: 16 }, (__, byte) =>
      view
        .getUint8(start + byte)
        .toString(16)
        .padStart(2, '0'),
    ).join('');
    const speed = view.getUint16(start + 40);
    const heading = view.getUint16(start + 42);
    return {
      vehicleId: [
        hex.slice(0, 8),
        hex.slice(8, 12),
        hex.slice(12, 16),
        hex.slice(16, 20),
        hex.slice(20),
      ].join('-'),
      lng: view.getFloat64(start + 16),
      lat: view.getFloat64(start + 24),
      fixAt: new Date(view.getFloat64(start + 32)),
      speedKph: speed === NONE ? null : speed / 10,
      headingDeg: heading === NONE ? null : heading,
    };
  });
}
