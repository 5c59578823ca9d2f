import type { DiversionOfferView } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { useReasonName } from '../../ui/use-reason-name.js';

/** Why concrete, truck or driver may not go there; and what speaks for it. */
export function OfferReasons({ offer }: { readonly offer: DiversionOfferView }) {
  const { t } = useTranslation('dispatcher');
  const language = useLanguage();
  const nameOf = useReasonName();
  const { against, reasons, displaces, figures } = offer;
  return (
    <ul className="reasons">
      {against.map(({ code, sentence }) => (
        <li key={code}>
          <Tag color="orange">{t(`divert.against.${code}`)}</Tag>
          {sentence[language]}
        </li>
      ))}
      {reasons.map(({ code, effect, sentence }) => (
        <li key={code}>
          <Tag color={effect === 'forbids_road' ? 'red' : 'orange'}>{nameOf(code)}</Tag>
          {sentence[language]}
        </li>
      ))}
      {figures.waitMin > 0 && (
        <li>{t('divert.waits', { minutes: Math.round(figures.waitMin) })}</li>
      )}
      {displaces && <li>{t('divert.displaces', { plate: displaces.plateNo ?? '' })}</li>}
      {offer.kind === 'plant' && <li>{t('divert.lost')}</li>}
      {offer.mayDivert && offer.kind === 'order' && <li>{t('divert.fits')}</li>}
    </ul>
  );
}
