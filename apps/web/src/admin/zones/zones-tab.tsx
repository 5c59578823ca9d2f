import type { ZonePlates, ZoneView } from '@tongyun/contracts';
import { Button, Flex, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { formatHours } from '../../i18n/hours.js';
import { formatDateTime } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { useEmissionClassName } from '../../ui/use-emission-class-name.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useZones } from '../lists/use-names.js';
import { DrawZoneModal } from './draw-zone-modal.js';
import { ZonePreview } from './zone-preview.js';

/** `new`, the zone that is drawn again, or none. */
type Drawing = ZoneView | 'new' | null;

/** The zones in force: where, when and whom they bind; who may draws them. */
export function ZonesTab() {
  const { t } = useTranslation('admin');
  const { data, error, isPending } = useZones();
  const mayDraw = usePermission('zones.draw');
  const [drawing, setDrawing] = useState<Drawing>(null);
  return (
    <Flex vertical gap={16}>
      <RefusalNotice error={error} />
      {mayDraw && (
        <Flex justify="end">
          <Button type="primary" data-testid="draw-zone" onClick={() => setDrawing('new')}>
            {t('zone.draw')}
          </Button>
        </Flex>
      )}
      <Table<ZoneView>
        aria-label={t('tab.zones')}
        size="small"
        columns={useColumns(mayDraw ? setDrawing : null)}
        dataSource={data ?? []}
        rowKey={({ zoneId }) => zoneId}
        loading={isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      {data && <ZonePreview zones={data} label={t('zone.map')} />}
      {drawing !== null && (
        <DrawZoneModal zone={drawing === 'new' ? null : drawing} onClose={() => setDrawing(null)} />
      )}
    </Flex>
  );
}

function useColumns(onRedraw: ((zone: ZoneView) => void) | null): TableColumnsType<ZoneView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const classNameOf = useEmissionClassName();
  const listed = (words: readonly string[]) => words.join(shared('mark.and')) || t('zone.every');
  const platesWords = ({ isExcept, lastFigures, ...bound }: ZonePlates) => {
    const plates = bound.listed.join(shared('mark.and'));
    const figures = lastFigures.join(shared('mark.and'));
    return [
      plates && t(isExcept ? 'zone.allBut' : 'zone.only', { plates }),
      figures && t('zone.endingIn', { figures }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  const columns: TableColumnsType<ZoneView> = [
    { title: t('zone.name'), dataIndex: 'name' },
    {
      title: t('zone.kind'),
      dataIndex: 'kind',
      render: (kind: ZoneView['kind']) => shared(`zoneKind.${kind}`),
    },
    {
      title: t('zone.hours'),
      dataIndex: 'hours',
      render: (hours: ZoneView['hours']) => formatHours(hours, language),
    },
    {
      title: t('zone.binds'),
      dataIndex: 'binds',
      render: (binds: ZoneView['binds']) =>
        listed(binds.map((kind) => shared(`vehicleKind.${kind}`))),
    },
    {
      title: t('zone.plateColors'),
      dataIndex: 'plateColors',
      render: (colors: ZoneView['plateColors']) =>
        listed(colors.map((color) => shared(`plateColor.${color}`))),
    },
    {
      title: t('zone.plates'),
      dataIndex: 'plates',
      render: (plates: ZoneView['plates']) => (plates ? platesWords(plates) : t('zone.every')),
    },
    {
      title: t('zone.barredEmissionClasses'),
      dataIndex: 'barredEmissionClasses',
      render: (classes: ZoneView['barredEmissionClasses']) =>
        classes.map(classNameOf).join(shared('mark.and')) || '—',
    },
    {
      title: t('zone.exemptRoads'),
      dataIndex: 'exemptRoads',
      render: (roads: ZoneView['exemptRoads']) =>
        roads.map(({ name }) => name).join(shared('mark.and')) || '—',
    },
    {
      title: t('zone.speedLimitKph'),
      dataIndex: 'speedLimitKph',
      render: (limitKph: ZoneView['speedLimitKph']) => limitKph ?? '—',
    },
    { title: t('zone.version'), dataIndex: 'version' },
    { title: t('zone.since'), dataIndex: 'effectiveFrom', render: formatDateTime },
  ];
  if (onRedraw === null) return columns;
  return [
    ...columns,
    {
      key: 'redraw',
      // The table is wider than most screens; its last column is what one looks for.
      fixed: 'right',
      render: (_, zone) => (
        <Button size="small" onClick={() => onRedraw(zone)}>
          {t('zone.change')}
        </Button>
      ),
    },
  ];
}
