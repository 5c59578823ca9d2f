import type { PassView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawPassCode } from '../../api/pass-applications.js';
import { formatHours } from '../../i18n/hours.js';
import { formatDateTime } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { formatPlate } from '../../plate/plate-entry.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useZoneName } from '../lists/use-names.js';

export interface PrintPassProps {
  readonly pass: PassView;
  readonly onClose: () => void;
}

/** The paper that hangs in the cab; only it is printed, and not the page behind. */
export function PrintPass({ pass, onClose }: PrintPassProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const code = useQuery({
    queryKey: ['admin', 'pass-code', pass.id],
    queryFn: () => drawPassCode(pass.id),
    staleTime: 0,
  });
  const picture = useObjectUrl(code.data);
  return (
    <Modal
      open
      width={720}
      title={t('pass.printTitle', { no: pass.passNo })}
      okText={t('pass.print')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ disabled: picture === null, 'data-testid': 'print-now' }}
      onOk={() => globalThis.print()}
      onCancel={onClose}
    >
      <RefusalNotice error={code.error} />
      <PassPaper pass={pass} picture={picture} />
    </Modal>
  );
}

function PassPaper({
  pass,
  picture,
}: {
  readonly pass: PassView;
  readonly picture: string | null;
}) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const zoneName = useZoneName();
  const rows = [
    [t('pass.no'), pass.passNo],
    [t('pass.zones'), pass.zoneIds.map(zoneName).join(shared('mark.and'))],
    [
      t('pass.roads'),
      pass.roads.length > 0 ? pass.roads.join(shared('mark.and')) : t('pass.anyRoad'),
    ],
    ...(pass.routes.length > 0
      ? [[t('pass.routes'), pass.routes.map(({ name }) => name).join(shared('mark.and'))]]
      : []),
    [t('pass.hours'), formatHours(pass.hours, language)],
    [t('pass.validity'), `${formatDateTime(pass.validFrom)} – ${formatDateTime(pass.validTo)}`],
    [t('pass.body'), pass.issuingBody],
  ];
  return (
    <article className="pass-paper" data-testid="pass-paper">
      <h1>{t('pass.paperTitle')}</h1>
      <div className="pass-paper-body">
        <div>
          <p className="pass-paper-plate">{formatPlate(pass.plateNo ?? '')}</p>
          <dl>
            {rows.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        {picture === null ? (
          <Spin />
        ) : (
          <img src={picture} alt={t('pass.printTitle', { no: pass.passNo })} />
        )}
      </div>
      <p className="pass-paper-note">{t('pass.paperNote')}</p>
    </article>
  );
}

/** An address for a picture that was fetched, given back when it is not shown any more. */
function useObjectUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
