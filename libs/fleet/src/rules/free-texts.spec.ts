import { freeTextsIn, withFreeTexts } from './free-texts.js';

const loud = (text: string) => text.toUpperCase();

describe('the free texts of an answer', () => {
  it('are found at any depth, by the names that they have', () => {
    const answer = { items: [{ reason: 'one', plateNo: '浙A1', mute: { reason: 'two' } }] };

    expect(freeTextsIn(answer)).toEqual(['one', 'two']);
    expect(withFreeTexts(answer, loud)).toEqual({
      items: [{ reason: 'ONE', plateNo: '浙A1', mute: { reason: 'TWO' } }],
    });
  });

  it('leave the answer itself as it is', () => {
    const answer = { note: 'one', at: { lng: 1 } };

    const put = withFreeTexts(answer, loud) as typeof answer;

    expect(answer.note).toBe('one');
    expect(put.at).toBe(answer.at);
    expect(withFreeTexts(answer, (text) => text)).toBe(answer);
  });

  it.each([
    { what: 'nothing', answer: undefined },
    { what: 'a word by itself', answer: 'reason' },
    { what: 'a time', answer: { at: new Date(0) } },
    { what: 'bytes', answer: { text: Buffer.from('one') } },
    { what: 'a reason that is no text', answer: { reason: null, text: 5, route: { id: 'one' } } },
  ])('are none in $what', ({ answer }) => {
    expect(freeTextsIn(answer)).toEqual([]);
    expect(withFreeTexts(answer, loud)).toBe(answer);
  });

  it('are not looked for in a stream, which leads into itself', () => {
    const stream: Record<string, unknown> = { pipe: () => undefined };
    stream['itself'] = stream;

    expect(freeTextsIn({ stream, title: 'one' })).toEqual(['one']);
  });
});
