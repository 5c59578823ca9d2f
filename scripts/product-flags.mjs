/**
 * How Node runs the server; `npm start` in package.json says the same. What comes in by the thousand a
 * second dies within a batch: in a young generation of 16 MB, Node's own choice, half of it is copied on
 * while it waits, and that costs as much as all the rest of its way.
 */
export const PRODUCT_FLAGS = ['--enable-source-maps', '--max-semi-space-size=64'];
