import { type City, isPassing, readCity } from './city/read-city.js';
import { readOptions, type SimulatorOptions, USAGE } from './options.js';
import { Simulation } from './simulation.js';

const SUMMARY_EVERY_MS = 60_000;
const RETRY_AFTER_MS = 5_000;

/** Waits until the server is there; a refusal that no waiting cures ends the program. */
async function findCity({ api, users }: SimulatorOptions): Promise<City> {
  for (;;) {
    try {
      return await readCity(api, users);
    } catch (cause) {
      if (!isPassing(cause)) throw cause;
      console.log(`simulator: ${api} does not answer yet (${String(cause)})`);
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
  }
}

function readOptionsOrExit(): SimulatorOptions {
  try {
    return readOptions(process.argv.slice(2), process.env);
  } catch (cause) {
    console.error(`${cause instanceof Error ? cause.message : String(cause)}\n\n${USAGE}`);
    process.exit(2);
  }
}

let stop = (): Promise<void> => Promise.resolve();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop().finally(() => process.exit(0)));
}

const options = readOptionsOrExit();
const city = await findCity(options);
const simulation = new Simulation(options, city);
stop = () => simulation.stop();
simulation.start();

const say = () =>
  console.log(
    `simulator: ${simulation.onlineCount}/${simulation.trucks.length} terminals, ` +
      `${simulation.acknowledgedFixes} fixes acknowledged; ${simulation.summary.takeLine()}`,
  );
const names = simulation.trucks.flatMap(({ behaviour }) => (behaviour ? [behaviour.name] : []));
console.log(
  `simulator: ${simulation.trucks.length} vehicles of ${city.crews.length} enterprises; ` +
    `on purpose: ${[...new Set(names)].join(', ')}, ${city.untrainedDriverIds.size} untrained drivers`,
);
setInterval(say, SUMMARY_EVERY_MS);
