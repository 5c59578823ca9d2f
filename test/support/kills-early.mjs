// Jest's order of files: its own, the largest first, but for those that kill built processes. They wait for most of
// their time and come early, one after the other: as short files they came last, and nothing was left to run beside.
import Sequencer from '@jest/test-sequencer';

const KILLS = /\.services\.spec\.ts$/;
/** Files that begin between two of them, which last about as long as one. */
const APART = 3;

export default class KillsEarly extends Sequencer {
  sort(tests) {
    // oxlint-disable-next-line unicorn/no-array-sort -- Jest's own, which answers with another list
    const inOrder = super.sort(tests);
    const sorted = inOrder.filter(({ path }) => !KILLS.test(path));
    const kills = inOrder.filter(({ path }) => KILLS.test(path));
    for (const [nth, kill] of kills.entries()) sorted.splice(nth * (APART + 1), 0, kill);
    return sorted;
  }
}
