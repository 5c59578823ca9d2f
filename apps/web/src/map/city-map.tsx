import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/use-language.js';
import './city-map.css';
import type { MapChoice, MapEngine } from './engine.js';
import { MACHINE_FONTS } from './machine-fonts.js';
import { webConfig } from '../api/web-config.js';
import { MapViews } from './map-views.js';
import { sketchStyle } from './sketch/sketch-style.js';

const DEFAULT_CHOICE = { mapboxToken: null, mapStyleUrl: null };

export interface CityMapProps {
  readonly label: string;
  /** The engine when the base is drawn; null when it goes away. */
  readonly onEngine: (engine: MapEngine | null) => void;
}

/** The library is a megabyte: a page that shows no map yet does not read it. */
async function openMap(container: HTMLElement, choice: MapChoice): Promise<MapEngine> {
  const { createMap } = await import('./engine.js');
  return createMap(container, choice);
}

const removeWhenCreated = async (created: Promise<MapEngine>) => (await created).remove();

/** The map of the city; what stands on it is drawn through the engine it hands out. */
export function CityMap({ label, onEngine }: CityMapProps) {
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<MapEngine | null>(null);
  const isDrawn = drawn !== null;
  const config = useQuery(webConfig());
  // A page that cannot ask still has the sketch.
  const choice = config.data ?? (config.isError ? DEFAULT_CHOICE : null);
  const mapboxToken = choice?.mapboxToken;
  const styleUrl = choice?.mapStyleUrl;

  useEffect(() => {
    const container = place.current;
    if (!container || mapboxToken === undefined || styleUrl === undefined) return;
    const name = language === 'en' ? 'nameEn' : 'name';
    const sketch = sketchStyle({ name, font: MACHINE_FONTS });
    const created = openMap(container, { mapboxToken, styleUrl, sketch });
    const draw = async () => {
      const engine = await created;
      if (isGone) return;
      setDrawn(engine);
      onEngine(engine);
    };
    let isGone = false;
    void draw();
    return () => {
      isGone = true;
      setDrawn(null);
      onEngine(null);
      void removeWhenCreated(created);
    };
  }, [mapboxToken, styleUrl, language, onEngine]);

  return (
    <div className="city-map">
      <div
        ref={place}
        className="city-map-canvas"
        role="application"
        aria-label={label}
        data-testid="city-map"
        data-drawn={isDrawn}
      />
      {drawn && <MapViews engine={drawn} />}
      {!isDrawn && <Spin className="city-map-wait" />}
    </div>
  );
}
