import { settableParameters, type TerminalOrderAnswer } from '@tongyun/contracts';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';

type SettableName = keyof typeof settableParameters.shape;

const isSettable = (name: string): name is SettableName =>
  Object.hasOwn(settableParameters.shape, name);

/** What a terminal answered: where it is, or how it is set. */
export function OrderAnswer({ answer }: { readonly answer: TerminalOrderAnswer }) {
  const { t } = useTranslation('admin');
  const { position, parameters } = answer;
  if (position) {
    const { lng, lat, at, isLocated } = position;
    return (
      <>
        {lng.toFixed(6)}, {lat.toFixed(6)}
        <div className="admin-quiet">
          {at !== null && formatDateTime(at)} {!isLocated && t('order.notLocated')}
        </div>
      </>
    );
  }
  if (!parameters) return null;
  return (
    <details>
      <summary>{t('order.parameters', { n: Object.keys(parameters).length })}</summary>
      <Descriptions
        size="small"
        column={1}
        items={Object.entries(parameters).map(([name, value]) => ({
          key: name,
          label: isSettable(name) ? t(`parameter.${name}`) : name,
          children: String(value),
        }))}
      />
    </details>
  );
}
