/** Paints a square picture off screen; null where the browser has no canvas to paint on. */
export function drawIcon(
  sizePx: number,
  paint: (pen: CanvasRenderingContext2D) => void,
): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = sizePx;
  canvas.height = sizePx;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  paint(pen);
  return pen.getImageData(0, 0, sizePx, sizePx);
}
