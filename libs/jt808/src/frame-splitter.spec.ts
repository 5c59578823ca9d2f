import { fromHex, toHex } from './bytes.js';
import { FrameSplitter, MAX_ESCAPED_BYTES } from './frame-splitter.js';

const bytes = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array(0);

class Found {
  readonly frames: string[] = [];
  dropped = 0;

  frame(buffer: Uint8Array, from: number, to: number): void {
    this.frames.push(toHex(buffer, from, to));
  }

  overlong(): void {
    this.dropped += 1;
  }
}

function split(...packets: string[]) {
  const splitter = new FrameSplitter();
  const found = new Found();
  for (const packet of packets) splitter.push(bytes(packet), found);
  return { ...found, pendingBytes: splitter.pendingBytes };
}

describe('FrameSplitter', () => {
  it.each([
    { packets: ['7e aabb 7e'], frames: ['aabb'], why: 'one whole frame' },
    { packets: ['7e aabb 7e 7e cc 7e'], frames: ['aabb', 'cc'], why: 'two joined' },
    { packets: ['7e aa', 'bb', '7e'], frames: ['aabb'], why: 'one in three packets' },
    { packets: ['7e aabb 7e 7e', 'cc 7e'], frames: ['aabb', 'cc'], why: 'cut between marks' },
    { packets: ['7e aabb 7e cc 7e'], frames: ['aabb', 'cc'], why: 'one mark shared' },
    { packets: ['2424 7e aabb 7e'], frames: ['aabb'], why: 'noise before the first mark' },
    { packets: ['7e7e7e aabb 7e'], frames: ['aabb'], why: 'idle marks' },
    { packets: ['7e aabb 7e de 7e cc 7e'], frames: ['aabb', 'de', 'cc'], why: 'noise between' },
  ])('yields $frames for $why', ({ packets, frames }) => {
    expect(split(...packets).frames).toEqual(frames);
  });

  it.each([
    { packets: ['7e aabb 7e'], pendingBytes: 0, why: 'nothing waits after an end mark' },
    {
      packets: ['7e aabb 7e 7e cc'],
      pendingBytes: 2,
      why: 'the mark and the byte of half a frame',
    },
    { packets: ['dead', 'be'], pendingBytes: 3, why: 'noise may still be noise' },
  ])('has $pendingBytes bytes pending: $why', ({ packets, pendingBytes }) => {
    expect(split(...packets).pendingBytes).toBe(pendingBytes);
  });

  it('drops what exceeds the longest legal frame, once, and delivers the next frame', () => {
    const tooLong = 'ab'.repeat(MAX_ESCAPED_BYTES);

    expect(split('7e', tooLong, 'ab', tooLong, '7e 7e aabb 7e')).toEqual({
      frames: ['aabb'],
      pendingBytes: 0,
      dropped: 1,
    });
    expect(split(`7e ${tooLong} ab 7e aabb 7e`)).toMatchObject({ frames: ['aabb'], dropped: 1 });
  });

  it('still delivers a frame of exactly the longest length', () => {
    const longest = 'ab'.repeat(MAX_ESCAPED_BYTES);

    expect(split('7e', longest, '7e')).toMatchObject({ frames: [longest], dropped: 0 });
  });

  it('keeps half a frame although the buffer it came in is used again', () => {
    const splitter = new FrameSplitter();
    const buffer = bytes('7e aabb');
    const found = new Found();
    splitter.push(buffer, found);
    buffer.fill(0);
    splitter.push(bytes('7e'), found);

    expect(found.frames).toEqual(['aabb']);
  });
});
