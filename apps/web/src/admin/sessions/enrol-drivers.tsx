import type { TrainingSessionDetailView } from '@tongyun/contracts';
import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enrolDrivers } from '../../api/training-sessions.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDrivers } from '../lists/use-names.js';
import { useSessionStep } from './use-session-step.js';

/** Takes places for drivers of one's own; all of them, or none where places are too few. */
export function EnrolDrivers({ session }: { readonly session: TrainingSessionDetailView }) {
  const { t } = useTranslation('admin');
  const { data: drivers, error } = useDrivers();
  const [chosen, setChosen] = useState<string[]>([]);
  const enrol = useSessionStep(
    (driverIds: string[]) => enrolDrivers(session.id, { driverIds }),
    () => setChosen([]),
  );
  const seated = new Set(session.enrolments.map(({ driverId }) => driverId));
  return (
    <Flex vertical gap={8}>
      <Flex gap={12}>
        <Select
          mode="multiple"
          aria-label={t('session.chooseDrivers')}
          placeholder={t('session.chooseDrivers')}
          className="enrol-drivers"
          data-testid="enrol-drivers"
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen}
          onChange={setChosen}
          options={(drivers ?? [])
            .filter(({ id }) => !seated.has(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={enrol.isPending}
          onClick={() => enrol.mutate(chosen)}
        >
          {t('session.enrol')}
        </Button>
      </Flex>
      <RefusalNotice error={enrol.error ?? error} />
    </Flex>
  );
}
