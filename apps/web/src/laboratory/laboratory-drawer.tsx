import { useQuery } from '@tanstack/react-query';
import { Alert, Drawer, Flex, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { getLaboratory } from '../api/laboratory.js';
import { usePermission } from '../api/use-session.js';
import { RefusalNotice } from '../ui/refusal-notice.js';
import { laboratoryKey } from './laboratory-key.js';
import { LotForm } from './lot-form.js';
import { LotTable } from './lot-table.js';
import { MixForm } from './mix-form.js';
import { MixTable } from './mix-table.js';
import { StrengthForm } from './strength-form.js';
import { StrengthTable } from './strength-table.js';

export interface LaboratoryDrawerProps {
  readonly plant: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** What a plant's laboratory approved and tested; whoever keeps it records here too. */
export function LaboratoryDrawer({ plant, onClose }: LaboratoryDrawerProps) {
  const { t } = useTranslation('shared');
  const mayRecord = usePermission('laboratory.record');
  const { data, error } = useQuery({
    queryKey: laboratoryKey(plant.id),
    queryFn: () => getLaboratory(plant.id),
  });
  return (
    <Drawer open size={980} title={t('laboratory.title', { name: plant.name })} onClose={onClose}>
      <RefusalNotice error={error} />
      {data && (
        <>
          <Alert
            type="info"
            showIcon
            title={t(data.mustKnowMaterials ? 'laboratory.mustKnow' : 'laboratory.mayBeUnknown')}
          />
          <Tabs
            items={[
              {
                key: 'mixes',
                label: t('laboratory.mixDesigns'),
                children: (
                  <Flex vertical gap={16}>
                    {mayRecord && <MixForm plantId={plant.id} />}
                    <MixTable mixes={data.mixDesigns} />
                  </Flex>
                ),
              },
              {
                key: 'lots',
                label: t('laboratory.lots'),
                children: (
                  <Flex vertical gap={16}>
                    {mayRecord && <LotForm plantId={plant.id} />}
                    <LotTable lots={data.materialLots} />
                  </Flex>
                ),
              },
              {
                key: 'strengths',
                label: t('laboratory.strengths'),
                children: (
                  <Flex vertical gap={16}>
                    {mayRecord && <StrengthForm plantId={plant.id} />}
                    <StrengthTable tests={data.strengthTests} rate={data.strength} />
                  </Flex>
                ),
              },
            ]}
          />
        </>
      )}
    </Drawer>
  );
}
