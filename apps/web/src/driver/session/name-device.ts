/** What the list of a driver's devices calls this phone: its model where the browser says so. */
export function nameDevice(userAgent: string): string {
  const inside = /\(([^)]*)\)/.exec(userAgent)?.[1] ?? 'web';
  const model = inside.split(';').at(-1)?.trim() ?? '';
  return (model === '' ? inside : model).slice(0, 80);
}
