import { findUndone } from './find-undone.js';

const own = (revision: number) => ({ revision, undoTo: null });
const undo = (revision: number, undoTo: number) => ({ revision, undoTo });

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

  it('is what an undone plan said when something was changed after it', () => {
    expect(findUndone([own(5), undo(4, 2), own(3), own(2), own(1)])).toBe(2);
  });
});
