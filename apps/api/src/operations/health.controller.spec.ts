import { UnitOfWork } from '@tongyun/platform';
import { JudgeBacklog } from '@tongyun/tracking';
import { TerminusModule, TypeOrmHealthIndicator } from '@nestjs/terminus';
import { Test } from '@nestjs/testing';
import { HealthController } from './health.controller.js';

/** The health of an api whose database answers as told. */
async function healthBy(query: () => Promise<unknown>): Promise<HealthController> {
  const module = await Test.createTestingModule({
    imports: [TerminusModule.forRoot({ logger: false })],
    controllers: [HealthController],
    providers: [JudgeBacklog, { provide: UnitOfWork, useValue: { reads: { query } } }],
  })
    .overrideProvider(TypeOrmHealthIndicator)
    .useValue({ pingCheck: async () => ({ database: { status: 'up' } }) })
    .compile();
  return module.get(HealthController);
}

const settle = async () => {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
};

describe('whether the api is ready', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is said with how much waits for the judge', async () => {
    const health = await healthBy(async () => [{ waiting: 7 }]);

    expect(await health.ready()).toMatchObject({
      status: 'ok',
      details: { judge: { status: 'up', waiting: 7 } },
    });
  });

  it('is denied when the database neither answers nor refuses, and it is asked once', async () => {
    const query = jest.fn(() => new Promise<unknown>(() => undefined));
    const health = await healthBy(query);

    const answers = Promise.allSettled([health.ready(), health.ready()]);
    await settle();
    jest.advanceTimersByTime(5_000);

    for (const answer of await answers) {
      expect(answer).toMatchObject({
        status: 'rejected',
        reason: { status: 503, response: { details: { judge: { status: 'down' } } } },
      });
    }
    expect(query).toHaveBeenCalledTimes(1);
  });
});
