import { type Later, QueuePump } from './queue-pump.js';

/** Holds what is to run later until the spec lets the time pass. */
class FakeTime {
  readonly waits: number[] = [];
  private due: (() => void) | null = null;

  readonly later: Later = (run, afterMs) => {
    this.waits.push(afterMs);
    this.due = run;
    return () => {
      if (this.due === run) this.due = null;
    };
  };
  get isWaiting(): boolean {
    return this.due !== null;
  }
  async pass(): Promise<void> {
    const run = this.due;
    this.due = null;
    run?.();
    await new Promise(setImmediate);
  }
}

const noLuck = () => 0;

describe('QueuePump', () => {
  it('tries again, later and later, until everything is sent', async () => {
    const time = new FakeTime();
    const answers = [false, false, true];
    const pump = new QueuePump({ flush: async () => answers.shift() ?? true }, time.later, noLuck);

    await pump.poke();
    await time.pass();
    await time.pass();

    expect(time.waits).toEqual([1_000, 2_000]);
    expect(time.isWaiting).toBe(false);
  });

  it('takes a store that fails for a server that is away', async () => {
    const time = new FakeTime();
    const pump = new QueuePump(
      { flush: () => Promise.reject(new Error('the disk is full')) },
      time.later,
      noLuck,
    );

    await pump.poke();

    expect(time.isWaiting).toBe(true);
  });

  it('has one retry waiting however often it is poked', async () => {
    const time = new FakeTime();
    let flushes = 0;
    const pump = new QueuePump(
      {
        flush: async () => {
          flushes += 1;
          return flushes > 2;
        },
      },
      time.later,
      noLuck,
    );

    await pump.poke();
    await pump.poke();
    await time.pass();
    await time.pass();

    expect(flushes).toBe(3);
  });

  it('does not try again once stopped', async () => {
    const time = new FakeTime();
    const pump = new QueuePump({ flush: async () => false }, time.later, noLuck);

    await pump.poke();
    pump.stop();
    await pump.poke();

    expect(time.isWaiting).toBe(false);
  });
});
