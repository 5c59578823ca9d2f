import { BadRequestException } from '@nestjs/common';
import { z } from 'zod';
import { ContractPipe } from './contract.pipe.js';

const schema = z.object({ name: z.string(), notes: z.array(z.string()).default([]) }).loose();
const read = (value: unknown) => new ContractPipe().transform(value, { type: 'body', schema });
const issuesOf = async (value: unknown): Promise<unknown> => {
  const error: unknown = await read(value).catch((thrown: unknown) => thrown);
  return error instanceof BadRequestException ? error.getResponse() : error;
};

describe('ContractPipe', () => {
  it('reads what fits the contract, in any script', async () => {
    expect(await read({ name: '滨江 🚛' })).toEqual({ name: '滨江 🚛', notes: [] });
  });

  it.each([
    { what: 'a NUL', value: { name: 'a\0b' }, path: 'name' },
    { what: 'a NUL further down', value: { name: 'a', notes: ['b', '\0'] }, path: 'notes.1' },
    { what: 'half a character', value: { name: '\uD83D' }, path: 'name' },
    { what: 'a NUL in a key', value: { name: 'a', extra: { '\0': 1 } }, path: 'extra' },
  ])('refuses text with $what and says where', async ({ value, path }) => {
    expect(await issuesOf(value)).toMatchObject({
      message: [`${path}: Text with a character that cannot be kept`],
    });
  });

  it('refuses what breaks the contract', async () => {
    expect(await issuesOf({ name: 5 })).toMatchObject({
      message: [expect.stringMatching(/^name: /)],
    });
  });

  it('is not felled by a body that is very deep', async () => {
    let deep: unknown = 'bottom';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];

    expect(await read({ name: 'a', inner: deep })).toMatchObject({ name: 'a' });
  });
});
