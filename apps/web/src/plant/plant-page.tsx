import type { MeView } from '@tongyun/contracts';
import { Button, Empty, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LaboratoryDrawer } from '../laboratory/laboratory-drawer.js';
import { AppFrame } from '../ui/app-frame.js';
import { RefusalNotice } from '../ui/refusal-notice.js';
import { PlantDesk } from './plant-desk.js';
import { usePlants } from './queries.js';

const KEY = 'tongyun.plant.chosen';

/** One plant at a time, the one that this machine stands at. */
export function PlantPage({ user }: { readonly user: MeView }) {
  const { t } = useTranslation('plant');
  const { t: shared } = useTranslation('shared');
  const { data: plants, error } = usePlants(user.enterpriseId);
  const [chosenId, setChosenId] = useState(() => localStorage.getItem(KEY));
  const [isLaboratoryOpen, setLaboratoryOpen] = useState(false);
  const plant = plants?.find(({ id }) => id === chosenId) ?? plants?.[0];
  const choose = (id: string) => {
    localStorage.setItem(KEY, id);
    setChosenId(id);
  };
  return (
    <AppFrame
      title={t('title')}
      user={user}
      bar={
        <>
          <Select
            aria-label={t('plant')}
            placeholder={t('choosePlant')}
            value={plant?.id ?? null}
            options={(plants ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id: string) => choose(id)}
            style={{ minWidth: 160 }}
          />
          {plant && (
            <Button data-testid="laboratory" onClick={() => setLaboratoryOpen(true)}>
              {shared('laboratory.open')}
            </Button>
          )}
        </>
      }
    >
      <RefusalNotice error={error} />
      {plant && <PlantDesk key={plant.id} plantId={plant.id} />}
      {plant && isLaboratoryOpen && (
        <LaboratoryDrawer plant={plant} onClose={() => setLaboratoryOpen(false)} />
      )}
      {plants?.length === 0 && <Empty description={t('noPlants')} />}
    </AppFrame>
  );
}
