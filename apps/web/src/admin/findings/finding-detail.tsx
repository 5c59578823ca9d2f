import type { FindingView } from '@tongyun/contracts';
import { Button, Flex, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getFindingPhoto } from '../../api/findings.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { saveFile } from '../../ui/save-file.js';

/** Where it was, what was said to it step by step, and the photos. */
export function FindingDetail({ finding }: { readonly finding: FindingView }) {
  const { t } = useTranslation('admin');
  const { place, position, steps, photos } = finding;
  const where = [place, position && `${position.lng.toFixed(5)}, ${position.lat.toFixed(5)}`];
  return (
    <>
      <p className="admin-quiet">
        {t('finding.place')} {where.filter(Boolean).join(' · ')}
      </p>
      <Timeline
        items={steps.map(({ toState, text, badgeNo, takenAt }) => ({
          key: takenAt + toState,
          content: (
            <>
              <strong>{t(`finding.step.${toState}`)}</strong> {text}
              <div className="admin-quiet">
                {formatDateTime(takenAt)} {badgeNo}
              </div>
            </>
          ),
        }))}
      />
      {photos.length > 0 && <Photos finding={finding} />}
    </>
  );
}

function Photos({ finding: { id, plateNo, photos } }: { readonly finding: FindingView }) {
  const { t } = useTranslation('admin');
  const [error, setError] = useState<unknown>(null);
  const save = (photoId: string, name: string) => {
    setError(null);
    getFindingPhoto(id, photoId).then((file) => saveFile(file, name), setError);
  };
  return (
    <>
      <Flex gap={8} wrap>
        {photos.map(({ id: photoId, fileKind, addedAt }, place) => (
          <Button
            key={photoId}
            onClick={() => save(photoId, `${plateNo}-${place + 1}.${fileKind}`)}
          >
            {t('finding.photo', { n: place + 1, at: formatDateTime(addedAt) })}
          </Button>
        ))}
      </Flex>
      <RefusalNotice error={error} />
    </>
  );
}
