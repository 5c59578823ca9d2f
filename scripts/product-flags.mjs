/**
 * How Node runs the server; `npm start` in package.json says the same. What comes in by the thousand a
 * second is done with within a batch: in the young generation that Node chooses by itself much of it is
 * copied on while it waits to be stored.
 */
export const PRODUCT_FLAGS = ['--enable-source-maps', '--max-semi-space-size=64'];
