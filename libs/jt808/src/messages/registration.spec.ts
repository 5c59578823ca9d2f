import * as fc from 'fast-check';
import { fromHex, toHex } from '../bytes.js';
import { decodeAuthenticate, encodeAuthenticate } from './authenticate.js';
import { decodeGeneralAnswer, encodeGeneralAnswer } from './general-answer.js';
import { decodeRegister, encodeRegister, type Registration } from './register.js';
import { decodeRegisterAnswer, encodeRegisterAnswer } from './register-answer.js';

const registration: Registration = {
  provinceId: 33,
  cityId: 100,
  manufacturer: 'TYTEC',
  model: 'GB-808',
  terminalNo: 'A000017',
  plateColor: 2,
  plateNo: '浙A12345',
};

describe('a registration', () => {
  it.each([
    { version: '2011' as const, bytes: 33 },
    { version: '2013' as const, bytes: 45 },
    { version: '2019' as const, bytes: 84 },
  ])(
    'of $version has $bytes bytes and comes back whole, told apart by length alone',
    ({ version, bytes }) => {
      const body = encodeRegister(registration, version);

      expect(body).toHaveLength(bytes);
      expect(decodeRegister(body)).toEqual({ kind: 'register', version, ...registration });
    },
  );

  it('states the plate in GBK', () => {
    // 浙 is d5e3 in GBK
    expect(toHex(encodeRegister(registration, '2013')).slice(-16)).toBe('d5e3413132333435');
  });

  it('is cut to the length of its fields', () => {
    const body = encodeRegister({ ...registration, manufacturer: 'LONGER-THAN-FIVE' }, '2013');

    expect(decodeRegister(body)?.manufacturer).toBe('LONGE');
  });

  it('may come without a plate', () => {
    expect(decodeRegister(encodeRegister({ ...registration, plateNo: '' }, '2011'))).toMatchObject({
      version: '2011',
      plateNo: '',
    });
  });

  it.each(['2011', '2013', '2019'] as const)(
    'of %s may state a VIN where there is no plate',
    (version) => {
      const unplated = { ...registration, plateColor: 0, plateNo: 'LZZ5EXSD0NA123456' };

      expect(decodeRegister(encodeRegister(unplated, version))).toEqual({
        kind: 'register',
        version,
        ...unplated,
      });
    },
  );

  it('of 2013 is not taken for one of 2011 whatever stands for a plate in it', () => {
    const odd = { ...registration, plateNo: 'A1234' };

    expect(decodeRegister(encodeRegister(odd, '2013'))).toMatchObject({ version: '2013', ...odd });
  });

  it('is none below the shortest edition', () => {
    expect(decodeRegister(new Uint8Array(24))).toBeNull();
  });
});

describe('a registration answer', () => {
  it.each([
    { result: 0, authCode: 'f3a9', why: 'success carries the code' },
    { result: 4, authCode: null, why: 'a refusal carries none' },
  ])('comes back whole: $why', ({ result, authCode }) => {
    const answer = { answeredSequence: 0xfffe, result, authCode };

    expect(decodeRegisterAnswer(encodeRegisterAnswer(answer))).toEqual({
      kind: 'register_answer',
      ...answer,
    });
  });

  it('is none without its three bytes', () => {
    expect(decodeRegisterAnswer(new Uint8Array(2))).toBeNull();
  });
});

describe('an authentication', () => {
  it('is the bare code in 2013', () => {
    const body = encodeAuthenticate(
      { authCode: 'f3a9', imei: null, softwareVersion: null },
      '2013',
    );

    expect(toHex(body)).toBe('66336139');
    expect(decodeAuthenticate(body, '2013')).toMatchObject({ authCode: 'f3a9', imei: null });
  });

  it('states IMEI and software in 2019', () => {
    const credentials = { authCode: 'f3a9', imei: '123456789012345', softwareVersion: '3.7.15' };
    const body = encodeAuthenticate(credentials, '2019');

    expect(body).toHaveLength(1 + 4 + 15 + 20);
    expect(decodeAuthenticate(body, '2019')).toEqual({ kind: 'authenticate', ...credentials });
  });

  it('reads a bare code behind a 2019 header', () => {
    const bare = fromHex('66336139')!;

    expect(decodeAuthenticate(bare, '2019')).toMatchObject({ authCode: 'f3a9', imei: null });
  });

  it('reads IMEI and software behind a header of 2013 where the length fits, and a code where not', () => {
    const credentials = { authCode: 'f3a9', imei: '123456789012345', softwareVersion: '3.7.15' };
    const body = encodeAuthenticate(credentials, '2019');

    expect(decodeAuthenticate(body, '2013')).toMatchObject(credentials);
    expect(decodeAuthenticate(body.subarray(0, -1), '2013')).toMatchObject({ imei: null });
  });

  it('is none without a code', () => {
    expect(decodeAuthenticate(new Uint8Array(0), '2013')).toBeNull();
  });
});

describe('a general answer', () => {
  it('comes back whole', () => {
    const word = fc.nat(0xffff);
    const answer = fc.record({ answeredSequence: word, answeredId: word, result: fc.nat(255) });
    fc.assert(
      fc.property(answer, (stated) => {
        expect(decodeGeneralAnswer(encodeGeneralAnswer(stated))).toEqual(stated);
      }),
    );
  });

  it('is none below five bytes', () => {
    expect(decodeGeneralAnswer(new Uint8Array(4))).toBeNull();
  });
});
