import { assertUnchanged, etagOf } from './versions.js';

const row = { version: 3 };
const refusalOf = (ifMatch: string | undefined): unknown => {
  try {
    assertUnchanged(ifMatch, row, { name: 'as it is now' });
    return null;
  } catch (error) {
    return error;
  }
};

describe('assertUnchanged', () => {
  it.each([
    { ifMatch: '"3"', why: 'the version that was seen is the present one' },
    { ifMatch: 'W/"3"', why: 'a proxy that compressed the answer has weakened its tag' },
    { ifMatch: '*', why: 'any version will do' },
  ])('lets $ifMatch through: $why', ({ ifMatch }) => {
    expect(refusalOf(ifMatch)).toBeNull();
    expect(etagOf(row)).toBe('"3"');
  });

  it.each(['"2"', '"4"', '3', ''])('refuses %s and shows the present state', (ifMatch) => {
    expect(refusalOf(ifMatch)).toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { version: 3, current: { name: 'as it is now' } },
    });
  });

  it('asks for the version that was seen', () => {
    expect(refusalOf(undefined)).toMatchObject({ code: 'IF_MATCH_REQUIRED' });
  });
});
