import type { FeatureCollection } from 'geojson';
import type { Wgs84 } from '@tongyun/geo';
import * as maplibregl from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { type BaseDatum, datumOfStyle, featuresToBase, fromBase, toBase } from './datum.js';
import { FIRST_VIEW } from './first-view.js';
import { MACHINE_FONTS } from './machine-fonts.js';
import { wantsLessMotion } from '../ui/use-less-motion.js';

export type MapLayer = maplibregl.LayerSpecification;
export type MapStyle = maplibregl.StyleSpecification;
export type MapExpression = maplibregl.ExpressionSpecification;

export interface MapChoice {
  /** Draw with mapbox-gl; without one, with maplibre-gl. */
  readonly mapboxToken: string | null;
  /** A style to draw on; without one mapbox-gl draws its own, maplibre-gl the sketch. */
  readonly styleUrl: string | null;
  /** What is drawn where no style is stated or the stated one cannot be had. */
  readonly sketch: MapStyle;
}

export interface Place {
  readonly lng: number;
  readonly lat: number;
}

/** Something drawn that was clicked, topmost first. */
export interface MapHit {
  readonly layerId: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface MapClick {
  /** True position of the click. */
  readonly at: Wgs84;
  readonly hits: readonly MapHit[];
}

/** The map as pages know it: true positions in, true positions out, whatever draws it. */
export interface MapEngine {
  /** Draws features under a name, replacing what the name held. */
  setSource(id: string, features: FeatureCollection): void;
  /** Adds a layer on top of those there; a layer of the same id is left as it is. */
  setLayer(layer: MapLayer): void;
  setVisible(layerId: string, isVisible: boolean): void;
  /** A picture that layers name as `icon-image`, drawn at twice its size on screen. */
  setIcon(id: string, picture: ImageData): void;
  /** Clicks anywhere; `hits` only of the layers named. Call the answer to stop. */
  onClick(layerIds: readonly string[], heard: (click: MapClick) => void): () => void;
  flyTo(place: Place, zoom?: number): void;
  /** Shows a box, some room around it. */
  fit(box: { west: number; south: number; east: number; north: number }): void;
  /** Where a position is on the map's element, in CSS pixels. */
  project(place: Place): { readonly x: number; readonly y: number };
  resize(): void;
  remove(): void;
}

const SCALE = { maxWidth: 120 };
const FADE_MS = 300;
/** Labels come and go at once for whoever asked for less motion; fading draws the whole map twenty times over. */
const fadeDuration = (): number => (wantsLessMotion() ? 0 : FADE_MS);
const MAPBOX_STYLE = 'mapbox://styles/mapbox/light-v11';
const MAPBOX_GLYPHS = 'mapbox://fonts/mapbox/{fontstack}/{range}.pbf';

/** Starts a map in an element; answers once its base is drawn. */
export async function createMap(container: HTMLElement, choice: MapChoice): Promise<MapEngine> {
  const map =
    choice.mapboxToken === null
      ? openMapLibre(container, choice)
      : await openMapbox(container, choice, choice.mapboxToken);
  await baseDrawn(map, choice);
  return new DrawnMap(map, datumOfStyle(map.getStyle().metadata));
}

/** mapbox-gl refuses labels without a glyph server, even where it then draws them itself. */
const sketchFor = ({ mapboxToken, sketch }: MapChoice): MapStyle =>
  mapboxToken === null ? sketch : { ...sketch, glyphs: MAPBOX_GLYPHS };

function openMapLibre(container: HTMLElement, choice: MapChoice): maplibregl.Map {
  maplibregl.setWorkerUrl(workerUrl);
  const map = new maplibregl.Map({
    container,
    ...FIRST_VIEW,
    style: choice.styleUrl ?? sketchFor(choice),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: fadeDuration(),
    localIdeographFontFamily: MACHINE_FONTS.map((font) => `"${font}"`).join(','),
  });
  map.addControl(new maplibregl.ScaleControl(SCALE), 'bottom-left');
  return map;
}

/** mapbox-gl is a second engine of a megabyte: loaded only where it is configured. */
async function openMapbox(
  container: HTMLElement,
  choice: MapChoice,
  accessToken: string,
): Promise<maplibregl.Map> {
  const [{ default: mapboxgl }] = await Promise.all([
    import('mapbox-gl'),
    import('mapbox-gl/dist/mapbox-gl.css'),
  ]);
  const map = new mapboxgl.Map({
    container,
    ...FIRST_VIEW,
    accessToken,
    style: choice.styleUrl ?? MAPBOX_STYLE,
    dragRotate: false,
    fadeDuration: fadeDuration(),
    localFontFamily: MACHINE_FONTS[0] ?? 'sans-serif',
  });
  map.addControl(new mapboxgl.ScaleControl(SCALE), 'bottom-left');
  // Everything used below is the common part of the two libraries.
  return map as unknown as maplibregl.Map;
}

/** Waits for the base; one that cannot be fetched gives way to the sketch. */
function baseDrawn(map: maplibregl.Map, choice: MapChoice): Promise<void> {
  return new Promise((resolve) => {
    let isSketch = choice.styleUrl === null && choice.mapboxToken === null;
    const giveWay = () => {
      if (isSketch) return;
      isSketch = true;
      map.setStyle(sketchFor(choice));
    };
    map.on('error', giveWay);
    map.once('style.load', () => {
      map.off('error', giveWay);
      resolve();
    });
  });
}

class DrawnMap implements MapEngine {
  constructor(
    private readonly map: maplibregl.Map,
    private readonly datum: BaseDatum,
  ) {}

  setSource(id: string, features: FeatureCollection): void {
    const data = featuresToBase(features, this.datum);
    const source = this.map.getSource(id);
    if (source) (source as maplibregl.GeoJSONSource).setData(data);
    else this.map.addSource(id, { type: 'geojson', data, tolerance: 0.2 });
  }

  setLayer(layer: MapLayer): void {
    if (!this.map.getLayer(layer.id)) this.map.addLayer(layer);
  }

  setVisible(layerId: string, isVisible: boolean): void {
    if (!this.map.getLayer(layerId)) return;
    this.map.setLayoutProperty(layerId, 'visibility', isVisible ? 'visible' : 'none');
  }

  setIcon(id: string, picture: ImageData): void {
    if (!this.map.hasImage(id)) this.map.addImage(id, picture, { pixelRatio: 2 });
  }

  onClick(layerIds: readonly string[], heard: (click: MapClick) => void): () => void {
    const listen = (event: maplibregl.MapMouseEvent) => {
      const layers = layerIds.filter((id) => this.map.getLayer(id));
      const hits = this.map
        .queryRenderedFeatures(event.point, { layers })
        .map(({ layer, properties }) => ({ layerId: layer.id, properties: properties ?? {} }));
      heard({ at: fromBase(event.lngLat, this.datum), hits });
    };
    this.map.on('click', listen);
    return () => void this.map.off('click', listen);
  }

  flyTo(place: Place, zoom?: number): void {
    const center = toBase(place, this.datum);
    this.map.easeTo({ center, ...(zoom === undefined ? {} : { zoom }), duration: 600 });
  }

  fit({ west, south, east, north }: Parameters<MapEngine['fit']>[0]): void {
    const low = toBase({ lng: west, lat: south }, this.datum);
    const high = toBase({ lng: east, lat: north }, this.datum);
    this.map.fitBounds([low, high], { padding: 48, duration: 600, maxZoom: 15 });
  }

  project(place: Place) {
    return this.map.project(toBase(place, this.datum));
  }

  resize(): void {
    this.map.resize();
  }

  remove(): void {
    this.map.remove();
  }
}
