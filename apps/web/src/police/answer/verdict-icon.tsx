import type { RoadsideVerdict } from '@tongyun/contracts';

/** A shape for each verdict, so that it is told apart without its colour. */
const SHAPES: Record<RoadsideVerdict, { readonly outline: string; readonly mark: string }> = {
  may_pass: { outline: 'M32 4a28 28 0 1 0 0 56a28 28 0 1 0 0-56z', mark: 'M18 33l10 10l18-21' },
  may_not_pass: {
    outline: 'M21 4h22l17 17v22l-17 17h-22l-17-17v-22z',
    mark: 'M22 22l20 20M42 22l-20 20',
  },
  not_registered: { outline: 'M32 5l29 53h-58z', mark: 'M32 24v16M32 48v1' },
  near_border: { outline: 'M4 12h56v40h-56z', mark: 'M32 6v8M32 20v8M32 34v8M32 48v8' },
  cannot_verify: {
    outline: 'M32 4a28 28 0 1 0 0 56a28 28 0 1 0 0-56z',
    mark: 'M23 25a9 9 0 1 1 13 8c-3 2-4 3-4 6M32 46v1',
  },
};

export function VerdictIcon({ verdict }: { readonly verdict: RoadsideVerdict }) {
  const { outline, mark } = SHAPES[verdict];
  return (
    <svg className="verdict-icon" viewBox="0 0 64 64" aria-hidden="true">
      <path d={outline} />
      <path d={mark} />
    </svg>
  );
}
