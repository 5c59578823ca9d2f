/** How a policy's value is typed in: as a number, as yes or no, or as JSON of the shape it has. */
export type ValueForm = 'number' | 'yes_no' | 'json';

/** Read from the value now, as nothing else tells it here; null stands for a number that is not set. */
export function formOf(value: unknown): ValueForm {
  if (typeof value === 'number' || value === null) return 'number';
  return typeof value === 'boolean' ? 'yes_no' : 'json';
}

/** What to put into a field for a value, which `parseTyped` reads back. */
export const typedOf = (value: unknown): unknown =>
  formOf(value) === 'json' ? JSON.stringify(value, null, 2) : value;

/** The value that was typed; an empty number is none. Of JSON, only what `isJson` says is JSON. */
export function parseTyped(form: ValueForm, typed: unknown): unknown {
  if (form === 'json') return JSON.parse(String(typed)) as unknown;
  return typed ?? null;
}

export function isJson(typed: unknown): boolean {
  try {
    JSON.parse(String(typed));
    return true;
  } catch {
    return false;
  }
}
