import {
  type BatchDecision,
  type BatchMismatch,
  type OpenMismatch,
  rawMaterial,
} from '@tongyun/contracts';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settleBatch } from '../../api/plant-desk.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDeskWork } from '../queries.js';
import type { TruckProps } from './truck-props.js';

interface Asked {
  readonly batchRecordId: string;
  readonly decision: BatchDecision;
}

/** What in the drum does not fit the order, until somebody has said why it may or may not stand. */
export function Mismatches({ queue, truck }: TruckProps) {
  const { t } = useTranslation('plant');
  const [asked, setAsked] = useState<Asked | null>(null);
  const settling = useDeskWork(
    queue.plantId,
    truck.tripId,
    ({ batchRecordId, decision, reason }: Asked & { readonly reason: string }) =>
      settleBatch(batchRecordId, { decision, reason }),
  );
  if (truck.mismatches.length === 0) return null;
  return (
    <section className="mismatches" role="alert" data-testid="mismatches">
      <h3>{t('mismatch.title')}</h3>
      <ul>
        {truck.mismatches.map((mismatch) => (
          <li key={`${mismatch.batchRecordId} ${mismatch.code}`} data-code={mismatch.code}>
            <MismatchLine mismatch={mismatch} onAsk={setAsked} />
          </li>
        ))}
      </ul>
      <RefusalNotice error={settling.error} />
      <ReasonModal
        title={t(asked?.decision === 'stands' ? 'mismatch.standsTitle' : 'mismatch.voidTitle')}
        isOpen={asked !== null}
        onCancel={() => setAsked(null)}
        onReason={(reason) => {
          if (asked) settling.mutate({ ...asked, reason });
          setAsked(null);
        }}
      />
    </section>
  );
}

function MismatchLine({
  mismatch: { code, expected, found, batchRecordId },
  onAsk,
}: {
  readonly mismatch: OpenMismatch;
  readonly onAsk: (asked: Asked) => void;
}) {
  const { t } = useTranslation('plant');
  const wordsOf = useMismatchWords();
  return (
    <Space wrap>
      <strong>{wordsOf({ code, expected, found })}</strong>
      {/* Concrete in another truck cannot stand for this one, so it is not offered. */}
      {code !== 'another_truck' && (
        <Button onClick={() => onAsk({ batchRecordId, decision: 'stands' })}>
          {t('mismatch.stands')}
        </Button>
      )}
      <Button
        danger
        data-testid="mismatch-void"
        onClick={() => onAsk({ batchRecordId, decision: 'void' })}
      >
        {t('mismatch.void')}
      </Button>
    </Space>
  );
}

function useMismatchWords(): (mismatch: BatchMismatch) => string {
  const { t } = useTranslation('plant');
  const { t: shared } = useTranslation('shared');
  return ({ code, expected, found }) => {
    const what = t(`mismatch.${code}`);
    const material = rawMaterial.safeParse(expected);
    if (code !== 'material_not_passed' || !material.success) {
      return t('mismatch.line', {
        what,
        expected,
        found: found === '' ? shared('state.none') : found,
      });
    }
    const lot = found === '' ? t('mismatch.untested') : found;
    const name = shared(`laboratory.material.${material.data}`);
    return t('mismatch.material', { what, material: name, lot });
  };
}
