import { Button, Segmented, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RowKind } from '../row-kind.js';
import { GanttLegend } from './gantt-legend.js';
import type { Zoom } from './use-zoom.js';

const ROW_KINDS: readonly RowKind[] = ['trucks', 'lines', 'pumps', 'sites'];

export interface GanttToolsProps {
  readonly rows: RowKind;
  readonly onRows: (rows: RowKind) => void;
  readonly zoom: Omit<Zoom, 'scale'>;
}

/** By what the chart has its rows, how near it is, and what its colours mean. */
export function GanttTools({ rows, onRows, zoom }: GanttToolsProps) {
  const { t } = useTranslation('plan');
  return (
    <div className="gantt-tools">
      <Segmented<RowKind>
        aria-label={t('gantt.rows')}
        data-testid="gantt-rows"
        value={rows}
        options={ROW_KINDS.map((value) => ({ value, label: t(`rows.${value}`) }))}
        onChange={onRows}
      />
      <Space.Compact>
        <Button aria-label={t('gantt.further')} onClick={zoom.further}>
          −
        </Button>
        <Button onClick={zoom.fit}>{t('gantt.fit')}</Button>
        <Button aria-label={t('gantt.nearer')} title={t('gantt.wheel')} onClick={zoom.nearer}>
          +
        </Button>
      </Space.Compact>
      <span className="app-bar-space" />
      <GanttLegend rows={rows} />
    </div>
  );
}
