import type { ChartFigures } from './chart-figures.js';
import { chartOption } from './chart-option.js';

const LYING: ChartFigures = {
  direction: 'lying',
  names: ['萧山', '滨江'],
  series: [{ name: '方量', tone: 'done', values: [480, null] }],
};

describe('the option of a chart', () => {
  it('has the first name of lying bars on top', () => {
    expect(chartOption(LYING, true)).toMatchObject({
      yAxis: { type: 'category', data: ['萧山', '滨江'], inverse: true },
      xAxis: { type: 'value' },
    });
  });

  it('leaves a gap for what is not known', () => {
    expect(chartOption(LYING, true).series).toMatchObject([{ type: 'bar', data: [480, '-'] }]);
  });

  it('gives a line a scale of its own', () => {
    const upright: ChartFigures = {
      direction: 'upright',
      names: ['03-01'],
      series: [
        { name: '方量', tone: 'done', values: [480] },
        { name: '运次', tone: 'target', values: [40], isLine: true },
      ],
    };
    const { yAxis, series } = chartOption(upright, true);

    expect(yAxis).toHaveLength(2);
    expect(series).toMatchObject([{ type: 'bar' }, { type: 'line', yAxisIndex: 1 }]);
  });

  it('names its series where there are several', () => {
    const several = {
      ...LYING,
      series: [...LYING.series, { name: '产能', tone: 'most' as const, values: [1, 2] }],
    };

    expect([LYING, several].map((figures) => chartOption(figures, true).legend)).toMatchObject([
      { show: false },
      { show: true },
    ]);
  });

  it.each([true, false])('moves only if it may: %s', (isMoving) => {
    expect(chartOption(LYING, isMoving).animation).toBe(isMoving);
  });
});
