import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getOwnData } from '../../api/own-data.js';
import { formatDate } from '../../i18n/time.js';
import { saveFile } from '../../ui/save-file.js';
import { RefusalText } from '../parts/refusal-text.js';

const SPACES = 2;

/** All that is kept of him, as a file for himself. */
export function OwnData() {
  const { t } = useTranslation('driver');
  const save = useMutation({
    mutationFn: getOwnData,
    onSuccess: (data) => {
      const text = JSON.stringify(data, null, SPACES);
      const day = formatDate(data.writtenAt);
      saveFile(new Blob([text], { type: 'application/json' }), t('ownData.fileName', { day }));
    },
    networkMode: 'always',
  });
  return (
    <>
      <button
        type="button"
        className="link-button"
        data-testid="own-data"
        disabled={save.isPending}
        onClick={() => save.mutate()}
      >
        {t(save.isPending ? 'ownData.saving' : 'ownData.save')}
      </button>
      <RefusalText error={save.error} />
    </>
  );
}
