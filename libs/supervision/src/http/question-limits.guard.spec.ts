import { addMinutes, type AccessScope } from '@tongyun/kernel';
import type { PolicyQueries } from '@tongyun/policy';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { anAuthority } from '../../../../test/support/scopes.js';
import { QuestionLimitsGuard } from './question-limits.guard.js';
import { RoadsideController } from './roadside.controller.js';

const start = new Date('2026-11-23T02:00:00Z');
const LIMITS: Readonly<Record<string, number>> = {
  'roadside.questions_of_officer_per_min': 2,
  'roadside.questions_of_agency_per_min': 3,
  'roadside.bulk_plates_of_officer_per_min': 3,
};
const policies = {
  valueAt: (key: string) => Promise.resolve({ value: LIMITS[key], version: 'shipped' }),
} as unknown as PolicyQueries;

describe('questions at the roadside', () => {
  let now: Date;
  let guard: QuestionLimitsGuard;
  let headers: Record<string, unknown>;

  beforeEach(() => {
    now = start;
    headers = {};
    guard = new QuestionLimitsGuard(new Reflector(), policies, { now: () => now });
  });

  const { ask: aboutOne, askMany: aboutMany } = RoadsideController.prototype;
  const ask = (
    scope: AccessScope,
    plates?: readonly string[],
    route: unknown = plates ? aboutMany : aboutOne,
  ): Promise<boolean> => {
    const response = { setHeader: (name: string, value: unknown) => (headers[name] = value) };
    const context = {
      getType: () => 'http',
      getHandler: () => route,
      switchToHttp: () => ({
        getRequest: () => ({
          scope,
          body: plates && { plates: plates.map((plateNo) => ({ plateNo })) },
        }),
        getResponse: () => response,
      }),
    } as unknown as ExecutionContext;
    return guard.canActivate(context);
  };
  const tooMany = { code: 'TOO_MANY_REQUESTS', details: { waitSec: 60 } };

  it('of one officer are held to his limit, and taken again a minute later', async () => {
    const officer = anAuthority('police', { agency: null });
    await ask(officer);
    await ask(officer);

    await expect(ask(officer)).rejects.toMatchObject(tooMany);
    expect(headers).toEqual({ 'Retry-After': 60 });
    now = addMinutes(start, 1);
    expect(await ask(officer)).toBe(true);
  });

  it('of one officer do not hold another', async () => {
    const [one, other] = [
      anAuthority('police', { agency: null }),
      anAuthority('police', { agency: null }),
    ];
    await ask(one);
    await ask(one);

    expect(await ask(other)).toBe(true);
  });

  it('of an agency’s system are counted for each officer it names', async () => {
    const system = anAuthority('police', { agency: null });
    const [one, other] = ['110042', '110043'].map((actingBadgeNo) => ({
      ...system,
      actingBadgeNo,
    }));
    await ask(one!);
    await ask(one!);

    await expect(ask(one!)).rejects.toMatchObject(tooMany);
    expect(await ask(other!)).toBe(true);
  });

  it('about many plates at once count each of them, beside those about one', async () => {
    const officer = anAuthority('police', { agency: null });
    await ask(officer, ['a', 'b', 'c']);

    await expect(ask(officer, ['d'])).rejects.toMatchObject(tooMany);
    expect(await ask(officer)).toBe(true);
  });

  it('about one plate count as one, whatever plates their body names', async () => {
    const officer = anAuthority('police', { agency: null });
    await ask(officer, [], aboutOne);
    await ask(officer, ['a', 'b', 'c', 'd'], aboutOne);

    await expect(ask(officer, [], aboutOne)).rejects.toMatchObject(tooMany);
  });

  it('about no plate at all count as one', async () => {
    const officer = anAuthority('police', { agency: null });
    for (const plates of [[], [], []]) await ask(officer, plates);

    await expect(ask(officer, [])).rejects.toMatchObject(tooMany);
  });

  it('that are refused for naming too many count as one: nobody was told anything', async () => {
    const officer = anAuthority('police', { agency: null });
    await ask(
      officer,
      Array.from({ length: 501 }, () => 'a'),
    );

    expect(await ask(officer, ['a', 'b'])).toBe(true);
    await expect(ask(officer, ['c'])).rejects.toMatchObject(tooMany);
  });

  it('about many plates at once are held against the agency too', async () => {
    const [one, other] = ['a', 'b'].map(() => anAuthority('police', { agency: '余杭交警大队' }));
    await ask(one!, ['a', 'b', 'c']);

    await expect(ask(other!)).rejects.toMatchObject(tooMany);
  });

  it('of an agency are held to its limit, whoever asks', async () => {
    const [one, other, third] = ['a', 'b', 'c'].map(() =>
      anAuthority('police', { agency: '余杭交警大队' }),
    );
    await ask(one!);
    await ask(one!);
    await ask(other!);

    await expect(ask(third!)).rejects.toMatchObject(tooMany);
    expect(await ask(anAuthority('police', { agency: '萧山交警大队' }))).toBe(true);
  });
});
