import type { DriverTrainingView } from '@tongyun/contracts';
import { Button, Flex } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { AskNameModal } from '../driver-names/ask-name-modal.js';
import { PapersDrawer } from '../papers/papers-drawer.js';
import { CorrectDriverModal } from './correct-driver-modal.js';
import { DriverHistory } from './driver-history.js';
import { DriverResults } from './driver-results.js';
import { EndEmploymentModal } from './end-employment-modal.js';

type Action = 'results' | 'papers' | 'history' | 'correct' | 'name' | 'end';

/** What may be done with a driver, by each as he may; who left keeps his papers for a time. */
export function DriverActions({ driver }: { readonly driver: DriverTrainingView }) {
  const { t } = useTranslation('admin');
  const mayRead = usePermission('drivers.read');
  const mayManage = usePermission('drivers.manage');
  const mayAsk = usePermission('driver_names.ask');
  const isExamined = driver.skill !== null || driver.safety !== null;
  const [action, setAction] = useState<Action | null>(null);
  const onClose = () => setAction(null);
  const opened: Readonly<Record<Action, ReactNode>> = {
    results: <DriverResults driver={driver} onClose={onClose} />,
    papers: (
      <PapersDrawer
        of={{ subject: 'driver', subjectId: driver.driverId }}
        name={driver.driverName}
        onClose={onClose}
      />
    ),
    history: <DriverHistory driver={driver} onClose={onClose} />,
    correct: <CorrectDriverModal driver={driver} onClose={onClose} />,
    name: <AskNameModal driver={driver} onClose={onClose} />,
    end: <EndEmploymentModal driver={driver} onClose={onClose} />,
  };
  return (
    <Flex gap={8} wrap>
      <Button data-testid="driver-results" onClick={() => setAction('results')}>
        {t('training.results')}
      </Button>
      {mayManage && <Button onClick={() => setAction('papers')}>{t('papers.open')}</Button>}
      {mayRead && (
        <Button data-testid="driver-history" onClick={() => setAction('history')}>
          {t('decision.history')}
        </Button>
      )}
      {mayManage && driver.leftOn === null && (
        <>
          <Button data-testid="correct-driver" onClick={() => setAction('correct')}>
            {t('training.correct')}
          </Button>
          {mayAsk && isExamined && (
            <Button data-testid="ask-name" onClick={() => setAction('name')}>
              {t('driverName.ask')}
            </Button>
          )}
          <Button danger data-testid="end-employment" onClick={() => setAction('end')}>
            {t('training.end')}
          </Button>
        </>
      )}
      {action !== null && opened[action]}
    </Flex>
  );
}
