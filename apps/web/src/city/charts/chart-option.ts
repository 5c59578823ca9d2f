import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type {
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { amount } from '../format-count.js';
import type { ChartFigures, ChartSeries, ChartTone } from './chart-figures.js';

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | LineSeriesOption
  | TooltipComponentOption
>;

/** At least 4.5 : 1 on white, and told apart in grey. */
const COLORS: Record<ChartTone, string> = { done: '#0b5cad', target: '#b45309', most: '#5f7183' };
const INK = '#1f2933';
const WIDEST_BAR_PX = 22;
const NAME_WIDTH_PX = 150;

/**
 * How echarts draws some figures: the first name leftmost or on top, each lying bar with its value.
 *
 * @param isMoving false for whoever asked the system for less motion
 */
export function chartOption(
  { direction, names, series }: ChartFigures,
  isMoving: boolean,
): ChartOption {
  const isLying = direction === 'lying';
  const categories = {
    type: 'category' as const,
    data: [...names],
    axisLabel: {
      color: INK,
      ...(isLying && { width: NAME_WIDTH_PX, overflow: 'truncate' as const }),
    },
  };
  // Cubic metres, trips and alerts are read in whole ones.
  const values = { type: 'value' as const, minInterval: 1, axisLabel: { color: INK } };
  const scales = series.some(({ isLine }) => isLine)
    ? [values, { ...values, splitLine: { show: false } }]
    : [values];
  return {
    animation: isMoving,
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value) => (typeof value === 'number' ? amount(value) : '—'),
    },
    legend: { show: series.length > 1, top: 0, right: 0, textStyle: { color: INK } },
    grid: {
      left: 8,
      right: isLying ? 72 : 8,
      top: series.length > 1 ? 36 : 8,
      bottom: 8,
      containLabel: true,
    },
    ...(isLying
      ? { xAxis: values, yAxis: { ...categories, inverse: true } }
      : { xAxis: categories, yAxis: scales }),
    series: series.map((one) => seriesOption(one, isLying)),
  };
}

function seriesOption(
  { name, tone, values, isLine = false }: ChartSeries,
  isLying: boolean,
): BarSeriesOption | LineSeriesOption {
  const color = COLORS[tone];
  const data = values.map((value) => value ?? '-');
  if (isLine) return { name, type: 'line', yAxisIndex: 1, color, data };
  return {
    name,
    type: 'bar',
    barMaxWidth: WIDEST_BAR_PX,
    color,
    data,
    ...(isLying && {
      label: {
        show: true,
        position: 'right',
        color: INK,
        formatter: ({ value }) => (typeof value === 'number' ? amount(value) : ''),
      },
    }),
  };
}
