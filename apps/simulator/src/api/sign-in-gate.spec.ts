import { Refused } from './refused.js';
import { SignInGate } from './sign-in-gate.js';

describe('SignInGate', () => {
  it('lets one after the other in, and waits longer when the server asks for patience', async () => {
    const story: string[] = [];
    const gate = new SignInGate((ms) => {
      story.push(`pause ${ms}`);
      return Promise.resolve();
    });
    const enter = (name: string, refusal?: Refused) =>
      gate.pass(() => {
        story.push(name);
        return refusal ? Promise.reject(refusal) : Promise.resolve(name);
      });
    const tooMany = new Refused(429, 'TOO_MANY_REQUESTS', 'wait');

    const entered = await Promise.allSettled([enter('a'), enter('b', tooMany), enter('c')]);

    expect(entered.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(story.slice(0, 5)).toEqual(['a', 'pause 1200', 'b', 'pause 7000', 'c']);
  });
});
