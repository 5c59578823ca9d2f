import type { DriverTrainingView } from '@tongyun/contracts';
import { Button, Flex } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PapersDrawer } from '../papers/papers-drawer.js';
import { CorrectDriverModal } from './correct-driver-modal.js';
import { EndEmploymentModal } from './end-employment-modal.js';

type Action = 'papers' | 'correct' | 'end';

/** What whoever manages drivers does with one; who left keeps his papers for a time. */
export function DriverActions({ driver }: { readonly driver: DriverTrainingView }) {
  const { t } = useTranslation('admin');
  const [action, setAction] = useState<Action | null>(null);
  const onClose = () => setAction(null);
  const opened: Readonly<Record<Action, ReactNode>> = {
    papers: (
      <PapersDrawer
        of={{ subject: 'driver', subjectId: driver.driverId }}
        name={driver.driverName}
        onClose={onClose}
      />
    ),
    correct: <CorrectDriverModal driver={driver} onClose={onClose} />,
    end: <EndEmploymentModal driver={driver} onClose={onClose} />,
  };
  return (
    <Flex gap={8} wrap>
      <Button onClick={() => setAction('papers')}>{t('papers.open')}</Button>
      {driver.leftOn === null && (
        <>
          <Button data-testid="correct-driver" onClick={() => setAction('correct')}>
            {t('training.correct')}
          </Button>
          <Button danger data-testid="end-employment" onClick={() => setAction('end')}>
            {t('training.end')}
          </Button>
        </>
      )}
      {action !== null && opened[action]}
    </Flex>
  );
}
