import { addSeconds, newId, type UserId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { UnitOfWork } from '../unit-of-work.js';
import { type IdempotentRequest, IdempotentAnswers } from './idempotent-answers.js';
import { requestInHand } from './request-in-hand.js';

const aRequest = (over: Partial<IdempotentRequest> = {}): IdempotentRequest => ({
  userId: newId<UserId>(),
  key: 'key-00000001',
  requestHash: 'one',
  ...over,
});

const fail = () => Promise.reject(new Error('no room'));

describe('IdempotentAnswers', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let answers: IdempotentAnswers;
  let now = new Date('2026-05-04T08:00:00Z');

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [], { now: () => now });
    answers = module.get(IdempotentAnswers);
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  it('give a repeat what the first was given', async () => {
    const request = aRequest();
    expect(await answers.claim(request)).toBeNull();
    await answers.keep(request, { status: 201, body: { id: 7 } });

    expect(await answers.claim(request)).toEqual({ status: 201, body: { id: 7 } });
  });

  it('give an empty answer again as an empty answer', async () => {
    const request = aRequest();
    await answers.claim(request);
    await answers.keep(request, { status: 204, body: undefined });

    expect(await answers.claim(request)).toEqual({ status: 204, body: null });
  });

  it('refuse another request under the same key', async () => {
    const request = aRequest();
    await answers.claim(request);

    await expect(answers.claim({ ...request, requestHash: 'two' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('keep two people with the same key apart', async () => {
    await answers.claim(aRequest());

    expect(await answers.claim(aRequest())).toBeNull();
  });

  it('hold a repeat off while the first is at work, and let it in when that has died', async () => {
    const request = aRequest();
    await answers.claim(request);
    await expect(answers.claim(request)).rejects.toMatchObject({ code: 'IDEMPOTENCY_IN_PROGRESS' });

    now = addSeconds(now, 61);

    expect(await answers.claim(request)).toBeNull();
    await expect(answers.claim(request)).rejects.toMatchObject({ code: 'IDEMPOTENCY_IN_PROGRESS' });
  });

  it('never carry out again what was committed before its process died', async () => {
    const request = aRequest();
    await answers.claim(request);
    const unitOfWork = module.get(UnitOfWork);
    await requestInHand.run(answers.inHand(request), () => unitOfWork.run(async () => undefined));

    now = addSeconds(now, 61);

    await expect(answers.claim(request)).rejects.toMatchObject({ code: 'IDEMPOTENCY_ANSWER_LOST' });
  });

  it('let a request whose transaction was rolled back be carried out', async () => {
    const request = aRequest();
    await answers.claim(request);
    const unitOfWork = module.get(UnitOfWork);
    await expect(
      requestInHand.run(answers.inHand(request), () => unitOfWork.run(fail)),
    ).rejects.toThrow('no room');

    now = addSeconds(now, 61);

    expect(await answers.claim(request)).toBeNull();
  });

  it('let a refused request try again', async () => {
    const request = aRequest();
    await answers.claim(request);
    await answers.forget(request);

    expect(await answers.claim(request)).toBeNull();
  });
});
