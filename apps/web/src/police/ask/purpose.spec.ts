import { isPurposeSaid, keepPurpose, readPurpose, toQuestion } from './purpose.js';

class FakeStorage {
  constructor(public text: string | null = null) {}
  getItem() {
    return this.text;
  }
  setItem(_: string, text: string) {
    this.text = text;
  }
}

describe('the purpose of a question', () => {
  it('is a patrol until the device has asked for something else', () => {
    const storage = new FakeStorage();
    expect(readPurpose(storage)).toEqual({ kind: 'patrol', note: '' });

    keepPurpose(storage, { kind: 'checkpoint', note: '绕城北' });

    expect(readPurpose(storage)).toEqual({ kind: 'checkpoint', note: '' });
  });

  it('is a patrol where what was kept cannot be read', () => {
    expect(readPurpose(new FakeStorage('{"kind":1}'))).toEqual({ kind: 'patrol', note: '' });
  });

  it.each([
    { kind: 'patrol', note: '', isSaid: true },
    { kind: 'other', note: ' 协 ', isSaid: false },
    { kind: 'other', note: '协助环保', isSaid: true },
  ] as const)('is said by $kind with “$note”: $isSaid', ({ kind, note, isSaid }) => {
    expect(isPurposeSaid({ kind, note })).toBe(isSaid);
  });

  it('goes with its note where that says something', () => {
    expect(toQuestion({ kind: 'accident', note: ' 320国道 ' })).toEqual({
      purpose: 'accident',
      purposeNote: '320国道',
    });
    expect(toQuestion({ kind: 'patrol', note: ' ' })).toEqual({ purpose: 'patrol' });
  });
});
