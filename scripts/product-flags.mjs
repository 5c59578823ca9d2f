/**
 * How Node runs the server; `npm start` in package.json says the same. What comes in by the thousand a
 * second is done with within a batch: in the young generation that Node chooses by itself much of it is
 * copied on while it waits to be stored. One thread helps to collect garbage: Node's four together take the
 * cores of a small machine from whoever waits for an answer.
 */
export const PRODUCT_FLAGS = [
  '--enable-source-maps',
  '--max-semi-space-size=64',
  '--v8-pool-size=1',
];
