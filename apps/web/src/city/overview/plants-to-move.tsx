import type { CityQuery, PlantView } from '@tongyun/contracts';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEnterprises, usePlants } from '../use-city.js';

/** Plants in eco-sensitive zones, which have to move away (R45); nothing where there are none. */
export function PlantsToMove({ query: { district, enterpriseId } }: { readonly query: CityQuery }) {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  const { data: plants = [] } = usePlants();
  const { data: enterprises = [] } = useEnterprises();
  const ownerOf = (plant: PlantView) => enterprises.find(({ id }) => id === plant.enterpriseId);
  const toMove = plants.filter(
    (plant) =>
      plant.ecoZones.length > 0 &&
      (enterpriseId === undefined || plant.enterpriseId === enterpriseId) &&
      (district === undefined || ownerOf(plant)?.district === district),
  );
  if (toMove.length === 0) return null;
  return (
    <section>
      <h2>{t('toMove.title')}</h2>
      <Table<PlantView>
        aria-label={t('toMove.title')}
        data-testid="plants-to-move"
        size="small"
        columns={[
          { title: t('toMove.plant'), dataIndex: 'name' },
          { title: t('violators.enterprise'), render: (_, plant) => ownerOf(plant)?.name ?? '' },
          {
            title: t('toMove.zones'),
            dataIndex: 'ecoZones',
            render: (zones: PlantView['ecoZones']) => zones.join(shared('mark.and')),
          },
        ]}
        dataSource={toMove}
        rowKey={({ id }) => id}
        pagination={false}
      />
    </section>
  );
}
