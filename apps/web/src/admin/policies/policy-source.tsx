import type { PolicyView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';

/** What a value rests on; of those that ship with the product also how sure that is, as its source is in English. */
export function PolicySource({
  policy: { version, source, confidence },
}: {
  readonly policy: PolicyView;
}) {
  const { t } = useTranslation('admin');
  if (version > 0) return source;
  return (
    <>
      {t(`policy.confidence.${confidence}`)}
      <div className="admin-quiet" lang="en">
        {source}
      </div>
    </>
  );
}
