import { WireBatches, type WireEvent } from './wire-batches.js';

const message = (type: string, body = ''): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
};
const startup = (code: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32BE(8);
  bytes.writeInt32BE(code, 4);
  return bytes;
};
const START = startup(196_608);
const typesOf = (events: WireEvent[]) =>
  events.map((event) =>
    event.kind === 'batch'
      ? event.messages.map(([type]) => String.fromCharCode(type!)).join('')
      : event.kind,
  );
const started = () => {
  const batches = new WireBatches();
  batches.push(START);
  return batches;
};

describe('WireBatches', () => {
  it('keeps the messages of one question together', () => {
    const asked = Buffer.concat(['P', 'B', 'D', 'E', 'S'].map((type) => message(type, 'abc')));

    expect(typesOf(started().push(asked))).toEqual(['PBDES']);
  });

  it('waits for the end of a question that comes byte by byte', () => {
    const batches = started();
    const asked = Buffer.concat(['P', 'B', 'E', 'S'].map((type) => message(type, 'abc')));
    const events = [...asked].map((byte) => batches.push(Uint8Array.of(byte)));

    expect(events.slice(0, -1).flat()).toEqual([]);
    expect(typesOf(events.at(-1)!)).toEqual(['PBES']);
  });

  it('cuts two questions in one piece apart', () => {
    const asked = Buffer.concat([message('Q', 'a'), message('P'), message('S')]);

    expect(typesOf(started().push(asked))).toEqual(['Q', 'PS']);
  });

  it('answers a wish for encryption, then takes the start', () => {
    const batches = new WireBatches();

    expect(typesOf(batches.push(startup(80_877_103)))).toEqual(['encryption_asked']);
    expect(batches.push(START)).toEqual([{ kind: 'batch', messages: [Uint8Array.from(START)] }]);
  });

  it.each([
    { what: 'a farewell', bytes: Buffer.concat([START, message('X')]) },
    { what: 'a wish to cancel, which has nobody to go to', bytes: startup(80_877_102) },
  ])('ends with $what', ({ bytes }) => {
    expect(new WireBatches().push(bytes).at(-1)).toEqual({ kind: 'ended' });
  });
});
