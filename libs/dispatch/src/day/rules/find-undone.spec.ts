import { findUndone } from './find-undone.js';

const own = (revision: number, kind = 'moved') => ({ revision, kind, undoTo: null });
const undo = (revision: number, undoTo: number) => ({ revision, kind: 'undone', undoTo });

describe('what undo goes back to', () => {
  it('is nothing for a first plan', () => {
    expect(findUndone([own(1)])).toBeNull();
  });

  it('is the state before the last change', () => {
    expect(findUndone([own(3), own(2), own(1)])).toBe(2);
  });

  it('is further back each time', () => {
    expect(findUndone([undo(4, 2), own(3), own(2), own(1)])).toBe(1);
    expect(findUndone([undo(5, 1), undo(4, 2), own(3), own(2), own(1)])).toBeNull();
  });

  it('is what was done before a release, which itself changes nothing', () => {
    expect(findUndone([own(3, 'released'), own(2), own(1)])).toBe(1);
    expect(findUndone([own(4), own(3, 'released'), own(2), own(1)])).toBe(2);
    expect(findUndone([own(2, 'released'), own(1)])).toBeNull();
  });

  it('is what an undone plan said when something was changed after it', () => {
    expect(findUndone([own(5), undo(4, 2), own(3), own(2), own(1)])).toBe(2);
  });
});
