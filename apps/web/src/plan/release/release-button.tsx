import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useOpenPlan } from '../plan-desk.js';
import { ReleaseResult } from './release-result.js';
import { toBeTold } from './to-be-told.js';
import { useRelease } from './use-release.js';

/** Releases the plan after saying how many will be told; then shows who was, and what was refused. */
export function ReleaseButton() {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const [isOpen, setOpen] = useState(false);
  const release = useRelease();
  const close = () => {
    setOpen(false);
    release.reset();
  };
  const isCurrent = plan.releasedRevision === plan.revision;
  return (
    <>
      <Button
        type="primary"
        data-testid="plan-release"
        disabled={isCurrent}
        onClick={() => setOpen(true)}
      >
        {t('release.open')}
      </Button>
      <Modal
        open={isOpen}
        title={t('release.title', { revision: plan.revision })}
        okText={t(release.data ? 'release.close' : 'release.confirm')}
        okButtonProps={{ 'data-testid': 'release-confirm' }}
        {...(release.data ? { cancelButtonProps: { style: { display: 'none' } } } : {})}
        confirmLoading={release.isPending}
        width={480}
        onOk={() => (release.data ? close() : release.mutate(plan))}
        onCancel={close}
      >
        {release.data ? <ReleaseResult released={release.data} /> : <ToBeTold />}
        <RefusalNotice error={release.error} />
      </Modal>
    </>
  );
}

function ToBeTold() {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const told = toBeTold(plan);
  return (
    <div data-testid="release-preview">
      <p>{t('release.willTell', { ...told })}</p>
      {told.toldLoads > 0 && <p>{t('release.toldBefore', { count: told.toldLoads })}</p>}
      {told.heldBack > 0 && <p>{t('release.heldBack', { count: told.heldBack })}</p>}
      {plan.unserved.length > 0 && (
        <p className="plan-warning">{t('release.unserved', { count: plan.unserved.length })}</p>
      )}
    </div>
  );
}
