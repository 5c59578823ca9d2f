import { IS_WAITING } from './fix-queue.repository.js';

/** Says of a row of `fix` that it was judged and believed: where its vehicle truly was. */
export const IS_COUNTED_FIX = `(fix.verdict IN ('ok', 'late', 'too_late') AND NOT ${IS_WAITING})`;
