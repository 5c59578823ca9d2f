import type { PlantView } from '@tongyun/contracts';
import { Button, Flex, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPlants } from '../../api/fleet.js';
import { usePermission } from '../../api/use-session.js';
import { formatDate } from '../../i18n/time.js';
import { LaboratoryDrawer } from '../../laboratory/laboratory-drawer.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { useEnterpriseName } from '../lists/use-names.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { PapersDrawer } from '../papers/papers-drawer.js';
import { DecideLicenceModal } from './decide-licence-modal.js';
import { EnterPlantModal } from './enter-plant-modal.js';
import { EnterpriseList } from './enterprise-list.js';
import { SetRangeModal } from './set-range-modal.js';

/** Enterprises, and how far each of their plants may deliver. */
export function PlantsTab() {
  const { t } = useTranslation('admin');
  const [isEntering, setIsEntering] = useState(false);
  const mayEnter = usePermission('plants.manage');
  const [setting, setSetting] = useState<PlantView | null>(null);
  const list = usePagedList(LIST_KEYS.plants, listPlants);
  const [licensing, setLicensing] = useState<PlantView | null>(null);
  const [papersOf, setPapersOf] = useState<PlantView | null>(null);
  const [laboratoryOf, setLaboratoryOf] = useState<PlantView | null>(null);
  const columns = useColumns({
    onSet: setSetting,
    onLicence: setLicensing,
    onPapers: setPapersOf,
    onLaboratory: setLaboratoryOf,
  });
  return (
    <>
      <h2>{t('plant.plants')}</h2>
      <ListTable
        label={t('plant.plants')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        tools={
          mayEnter && (
            <Button data-testid="enter-plant" onClick={() => setIsEntering(true)}>
              {t('plant.enterPlant')}
            </Button>
          )
        }
      />
      {isEntering && <EnterPlantModal onClose={() => setIsEntering(false)} />}
      <EnterpriseList />
      {setting && <SetRangeModal plant={setting} onClose={() => setSetting(null)} />}
      {licensing && <DecideLicenceModal plant={licensing} onClose={() => setLicensing(null)} />}
      {laboratoryOf && (
        <LaboratoryDrawer plant={laboratoryOf} onClose={() => setLaboratoryOf(null)} />
      )}
      {papersOf && (
        <PapersDrawer
          of={{ subject: 'plant', subjectId: papersOf.id }}
          name={papersOf.name}
          onClose={() => setPapersOf(null)}
        />
      )}
    </>
  );
}

interface PlantActions {
  readonly onSet: (plant: PlantView) => void;
  readonly onLicence: (plant: PlantView) => void;
  readonly onPapers: (plant: PlantView) => void;
  readonly onLaboratory: (plant: PlantView) => void;
}

function useColumns({
  onSet,
  onLicence,
  onPapers,
  onLaboratory,
}: PlantActions): TableColumnsType<PlantView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const enterpriseName = useEnterpriseName();
  const maySet = usePermission('plant_ranges.set');
  const mayLicense = usePermission('plants.manage');
  const mayRead = usePermission('documents.read');
  const maySeeLaboratory = usePermission('laboratory.read');
  return [
    { title: t('plant.name'), dataIndex: 'name' },
    { title: t('plant.enterprise'), dataIndex: 'enterpriseId', render: enterpriseName },
    {
      title: t('plant.position'),
      dataIndex: 'position',
      render: ({ lng, lat }: PlantView['position']) => `${lng.toFixed(5)}, ${lat.toFixed(5)}`,
    },
    {
      title: t('plant.ecoZones'),
      dataIndex: 'ecoZones',
      render: (zones: PlantView['ecoZones']) =>
        zones.length === 0 ? (
          '—'
        ) : (
          <StateTag tone="wait">{zones.join(shared('mark.and'))}</StateTag>
        ),
    },
    { title: t('licence.column'), key: 'licence', render: (_, plant) => <Licence plant={plant} /> },
    {
      title: t('plant.range'),
      dataIndex: 'range',
      render: (range: PlantView['range']) => <Range range={range} />,
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, plant) => (
        <Flex gap={6}>
          {maySet && (
            <Button type="primary" ghost onClick={() => onSet(plant)}>
              {t('plant.set')}
            </Button>
          )}
          {mayLicense && <Button onClick={() => onLicence(plant)}>{t('licence.decide')}</Button>}
          {mayRead && <Button onClick={() => onPapers(plant)}>{t('papers.open')}</Button>}
          {maySeeLaboratory && (
            <Button onClick={() => onLaboratory(plant)}>{shared('laboratory.open')}</Button>
          )}
        </Flex>
      ),
    },
  ];
}

const TONES: Readonly<Record<PlantView['licenceState'], Tone>> = {
  licensed: 'good',
  unlicensed: 'bad',
  suspended: 'bad',
  closed: 'quiet',
};

function Licence({ plant }: { readonly plant: PlantView }) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { licenceState, licenceNo, isBranch } = plant;
  return (
    <>
      <StateTag tone={TONES[licenceState]}>{shared(`stateOf.licence.${licenceState}`)}</StateTag>
      {isBranch && <span className="admin-quiet"> {t('licence.branch')}</span>}
      {licenceNo !== null && <div className="admin-quiet">{licenceNo}</div>}
    </>
  );
}

const M_PER_KM = 1_000;

function Range({ range }: Pick<PlantView, 'range'>) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  if (!range) return <span className="admin-quiet">{t('plant.noRange')}</span>;
  const { radiusM, measure, effectiveFrom, reason } = range;
  return (
    <span title={reason}>
      {radiusM === null
        ? t('plant.area')
        : shared('mark.bracket', {
            what: `${(radiusM / M_PER_KM).toFixed(1)} km`,
            note: t(`plant.${measure}`),
          })}{' '}
      <span className="admin-quiet admin-line">
        {t('plant.since', { day: formatDate(effectiveFrom) })}
      </span>
    </span>
  );
}
