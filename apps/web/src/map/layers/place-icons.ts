import type { MapEngine } from '../engine.js';
import { drawIcon } from './draw-icon.js';

export const PLANT_ICON = 'place-plant';
export const SITE_ICON = 'place-site';

const SIZE = 56;

function fillOutlined(pen: CanvasRenderingContext2D, color: string): void {
  pen.lineJoin = 'round';
  pen.lineWidth = 5;
  pen.strokeStyle = '#ffffff';
  pen.stroke();
  pen.fillStyle = color;
  pen.fill();
}

/** Two silos over a tower: a batching plant. */
const drawPlant = () =>
  drawIcon(SIZE, (pen) => {
    pen.beginPath();
    pen.roundRect(9, 10, 15, 27, 4);
    pen.roundRect(28, 5, 18, 32, 4);
    pen.rect(6, 36, 44, 13);
    fillOutlined(pen, '#0b3d70');
    pen.fillStyle = '#ffc53d';
    pen.fillRect(33, 11, 8, 4);
    pen.fillRect(13, 16, 7, 4);
  });

/** A pin with a crane's hook: a site. */
const drawSite = () =>
  drawIcon(SIZE, (pen) => {
    pen.beginPath();
    pen.moveTo(28, 52);
    pen.bezierCurveTo(4, 28, 12, 5, 28, 5);
    pen.bezierCurveTo(44, 5, 52, 28, 28, 52);
    pen.closePath();
    fillOutlined(pen, '#8a5a00');
    pen.strokeStyle = '#ffffff';
    pen.lineWidth = 4;
    pen.beginPath();
    pen.moveTo(18, 15);
    pen.lineTo(39, 15);
    pen.moveTo(22, 15);
    pen.lineTo(22, 32);
    pen.moveTo(35, 15);
    pen.lineTo(35, 23);
    pen.stroke();
  });

export function addPlaceIcons(engine: MapEngine): void {
  const plant = drawPlant();
  const site = drawSite();
  if (plant) engine.setIcon(PLANT_ICON, plant);
  if (site) engine.setIcon(SITE_ICON, site);
}
