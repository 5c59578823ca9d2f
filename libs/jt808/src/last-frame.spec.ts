import { toHex } from './bytes.js';
import { findLastFrame } from './last-frame.js';
import { MAX_ESCAPED_BYTES } from './frame-splitter.js';

describe('findLastFrame', () => {
  it.each([
    { bytes: [0x7e, 1, 2, 0x7e], frame: '7e01027e', why: 'the only one' },
    { bytes: [0x7e, 1, 0x7e, 0x7e, 2, 0x7e], frame: '7e027e', why: 'the last of two' },
    { bytes: [0x7e, 1, 0x7e, 9, 9], frame: '7e017e', why: 'noise after it' },
    { bytes: [1, 2, 3], frame: '010203', why: 'no frame at all' },
    { bytes: [0x7e, 1], frame: '7e01', why: 'half a frame' },
    { bytes: [0x7e, 0x7e], frame: '7e7e', why: 'marks with nothing between' },
    { bytes: [], frame: '', why: 'nothing' },
  ])('is $frame: $why', ({ bytes, frame }) => {
    expect(toHex(findLastFrame(Uint8Array.from(bytes)))).toBe(frame);
  });

  it('is bounded, whatever comes', () => {
    expect(findLastFrame(new Uint8Array(1_000_000)).length).toBe(MAX_ESCAPED_BYTES + 2);
  });
});
