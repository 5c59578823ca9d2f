import { isUnreachable } from '../../api/api-refusal.js';
import { within } from './within.js';

describe('within', () => {
  it('hands on an answer that came in time', async () => {
    await expect(within(1_000, Promise.resolve('may_pass'))).resolves.toBe('may_pass');
  });

  it('hands on a refusal', async () => {
    await expect(within(1_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('takes an answer that does not come for a server that is not reached', async () => {
    const never = new Promise<never>(() => undefined);

    const error: unknown = await within(1, never).catch((reason: unknown) => reason);

    expect(isUnreachable(error)).toBe(true);
  });
});
