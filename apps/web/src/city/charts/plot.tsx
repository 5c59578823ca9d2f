import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useLessMotion } from '../../ui/use-less-motion.js';
import type { ChartFigures } from './chart-figures.js';
import { chartOption } from './chart-option.js';

// Only what is drawn here; SVG stays sharp on paper.
use([BarChart, GridComponent, LegendComponent, LineChart, SVGRenderer, TooltipComponent]);

export interface PlotProps {
  readonly label: string;
  readonly figures: ChartFigures;
  readonly heightPx: number;
}

/** The picture alone, as wide as its place. Loaded on its own: the page is read before it comes. */
export default function Plot({ label, figures, heightPx }: PlotProps) {
  const isMoving = !useLessMotion();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  useEffect(() => {
    if (!place.current) return;
    const opened = init(place.current, null, { renderer: 'svg' });
    chart.current = opened;
    const watcher = new ResizeObserver(() => opened.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      opened.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(chartOption(figures, isMoving), { notMerge: true });
  }, [figures, isMoving]);
  return <div ref={place} role="img" aria-label={label} style={{ height: heightPx }} />;
}
