import type { Signature } from '@tongyun/contracts';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Stroke = Signature['strokes'][number];

/** Points are kept on this grid whatever the phone's width is. */
const WIDTH = 600;
const HEIGHT = 240;
/** As many as the server takes; nobody's name needs them. */
const MAX_STROKES = 200;
const MAX_POINTS = 2_000;

export interface SignaturePadProps {
  readonly strokes: readonly Stroke[];
  readonly onStrokes: (strokes: readonly Stroke[]) => void;
}

/** A signature of these strokes. */
export const signatureOf = (strokes: readonly Stroke[]): Signature => ({
  width: WIDTH,
  height: HEIGHT,
  strokes: [...strokes],
});

/** Where a finger is, in the units of the pad, kept inside of it. */
const scaled = (at: number, from: number, size: number, units: number): number =>
  Math.round(Math.min(Math.max((at - from) / size, 0), 1) * units);

/** A box to sign in with a finger; also in gloves, so the line is thick. */
export function SignaturePad({ strokes, onStrokes }: SignaturePadProps) {
  const { t } = useTranslation('driver');
  const [drawing, setDrawing] = useState<Stroke | null>(null);
  const pad = useRef<SVGSVGElement>(null);

  const pointAt = ({ clientX, clientY }: PointerEvent): Stroke[number] => {
    const box = pad.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    return [
      scaled(clientX, box.left, box.width, WIDTH),
      scaled(clientY, box.top, box.height, HEIGHT),
    ];
  };
  const begin = (event: PointerEvent) => {
    pad.current?.setPointerCapture(event.pointerId);
    if (strokes.length < MAX_STROKES) setDrawing([pointAt(event)]);
  };
  const move = (event: PointerEvent) => {
    const point = pointAt(event);
    setDrawing((stroke) => (stroke && stroke.length < MAX_POINTS ? [...stroke, point] : stroke));
  };
  const end = () => {
    if (drawing) onStrokes([...strokes, drawing]);
    setDrawing(null);
  };
  return (
    <svg
      ref={pad}
      className="signature-pad"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('ticket.sign')}
      data-testid="signature-pad"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {strokes.length === 0 && drawing === null && (
        <text x={WIDTH / 2} y={HEIGHT / 2} textAnchor="middle" className="signature-hint">
          {t('ticket.sign')}
        </text>
      )}
      {[...strokes, ...(drawing ? [drawing] : [])].map((stroke, index) => (
        // Strokes have no name but their place, and never change.
        <polyline
          key={index}
          points={[...stroke, ...stroke.slice(0, 1).filter(() => stroke.length === 1)].join(' ')}
          fill="none"
          stroke="currentColor"
          strokeWidth={6}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}
