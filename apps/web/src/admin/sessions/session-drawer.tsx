import type { TrainingSessionDetailView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelTrainingSession, getTrainingSession } from '../../api/training-sessions.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { EnrolDrivers } from './enrol-drivers.js';
import { EnrolmentTable } from './enrolment-table.js';
import { READ_EVERY_MS } from './read-every.js';
import { ResultsForm } from './results-form.js';
import { isUnderWay, SessionState } from './session-state.js';
import { useSessionStep } from './use-session-step.js';

export interface SessionDrawerProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** Who sits in a session, and what may be done about it now. */
export function SessionDrawer({ id, onClose }: SessionDrawerProps) {
  const { t } = useTranslation('admin');
  const { data: session, error } = useQuery({
    queryKey: [...LIST_KEYS.sessions, id],
    queryFn: () => getTrainingSession(id),
    refetchInterval: READ_EVERY_MS,
    refetchOnWindowFocus: 'always',
  });
  return (
    <Drawer open size={820} title={session?.title ?? t('session.name')} onClose={onClose}>
      <RefusalNotice error={error} />
      {session && <SessionBody session={session} />}
    </Drawer>
  );
}

function SessionBody({ session }: { readonly session: TrainingSessionDetailView }) {
  const { t } = useTranslation('admin');
  const mayEnrol = usePermission('trainings.enrol');
  const mayRecord = usePermission('trainings.record');
  const isOpen = session.state === 'planned' && !isUnderWay(session, new Date());
  return (
    <Flex vertical gap={16}>
      <SessionFacts session={session} />
      {mayEnrol && isOpen && <EnrolDrivers session={session} />}
      {mayRecord && isUnderWay(session, new Date()) && session.enrolments.length > 0 ? (
        <ResultsForm session={session} />
      ) : (
        <EnrolmentTable session={session} mayWithdraw={mayEnrol && isOpen} />
      )}
      {mayRecord && isOpen && <p className="admin-quiet">{t('session.notBegun')}</p>}
      {mayRecord && session.state === 'planned' && <CancelSession session={session} />}
    </Flex>
  );
}

function SessionFacts({ session }: { readonly session: TrainingSessionDetailView }) {
  const { t } = useTranslation('admin');
  const { place, partnerAgency, startsAt, endsAt, enrolled, capacity } = session;
  const facts = [
    [t('session.time'), `${formatDateTime(startsAt)} – ${formatDateTime(endsAt)}`],
    [t('session.place'), place],
    [t('session.partner'), partnerAgency],
    [t('session.places'), `${enrolled} / ${capacity}`],
    [t('session.fee'), t('session.free')],
  ];
  return (
    <dl className="admin-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('session.stateLabel')}</dt>
        <dd>
          <SessionState session={session} />
        </dd>
      </div>
    </dl>
  );
}

function CancelSession({ session }: { readonly session: TrainingSessionDetailView }) {
  const { t } = useTranslation('admin');
  const [isAsking, setIsAsking] = useState(false);
  const cancel = useSessionStep(
    (reason: string) => cancelTrainingSession(session.id, reason),
    () => setIsAsking(false),
  );
  return (
    <div>
      <Button danger onClick={() => setIsAsking(true)}>
        {t('session.cancel')}
      </Button>
      <RefusalNotice error={cancel.error} />
      <ReasonModal
        title={t('session.cancelTitle', { name: session.title })}
        isOpen={isAsking}
        isPending={cancel.isPending}
        onReason={(reason) => cancel.mutate(reason)}
        onCancel={() => setIsAsking(false)}
      />
    </div>
  );
}
