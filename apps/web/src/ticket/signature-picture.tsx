import type { Signature } from '@tongyun/contracts';

const toPath = (stroke: Signature['strokes'][number]): string =>
  stroke.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');

/** A signature as it was drawn. */
export function SignaturePicture({
  signature,
  label,
}: {
  readonly signature: Signature;
  readonly label: string;
}) {
  const { width, height, strokes } = signature;
  return (
    <svg
      className="signature-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {strokes.map((stroke, index) => (
        // Strokes have no name but their place, and never change.
        <path
          key={index}
          d={toPath(stroke)}
          fill="none"
          stroke="currentColor"
          strokeWidth={Math.max(2, width / 150)}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}
