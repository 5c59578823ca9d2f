// Ends a test or hook that does not end by itself, and fails the one in which something went wrong that nobody
// awaited: the runner would wait for ever for the first, and lose its process to the second.
import { addEventHandler } from 'jest-circus';

// Kept before a test can replace them by timers of its own.
const { setTimeout, clearTimeout } = globalThis;

const WITHIN_MS = 120_000;

let failRunning = null;
const astray = [];

for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error) => {
    if (failRunning) failRunning(error);
    else astray.push(error);
  });
}

const bounded = (run, withinMs) => async () => {
  if (astray.length > 0) throw astray.shift();
  let timer;
  const failed = new Promise((_, reject) => {
    failRunning = reject;
    timer = setTimeout(reject, withinMs, new Error(`did not end within ${withinMs} ms`));
  });
  try {
    await Promise.race([run(), failed]);
  } finally {
    clearTimeout(timer);
    failRunning = null;
  }
};

addEventHandler((event, { currentDescribeBlock }) => {
  if (event.name === 'add_hook') {
    const hook = currentDescribeBlock.hooks.at(-1);
    hook.fn = bounded(hook.fn, event.timeout ?? WITHIN_MS);
  } else if (event.name === 'add_test' && event.fn) {
    const test = currentDescribeBlock.tests.at(-1);
    test.fn = bounded(test.fn, event.timeout ?? WITHIN_MS);
  }
});
