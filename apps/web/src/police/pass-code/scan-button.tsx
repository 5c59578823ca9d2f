import { PASS_CODE_FRAGMENT } from '@tongyun/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCodeReader, type ReaderScope, scanPassCode } from './scan-code.js';

const READER = globalThis as ReaderScope;

/**
 * Reads the code on a pass from a photo, here on the device, and opens the page with it. A phone that
 * reads no codes in pages is told that its camera does it.
 */
export function ScanButton() {
  const { t } = useTranslation('police');
  const [isUnread, setIsUnread] = useState(false);
  if (!hasCodeReader(READER)) return <p className="scan-hint">{t('passCode.byCamera')}</p>;
  const read = async (photo: File) => {
    // A file that is no picture holds no code either: the officer takes another photo.
    const code = await scanPassCode(READER, photo).catch(() => null);
    setIsUnread(code === null);
    if (code !== null) globalThis.location.hash = `${PASS_CODE_FRAGMENT}=${code}`;
  };
  return (
    <div>
      <label className="photo-button">
        {t('passCode.scan')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          data-testid="scan-pass"
          onChange={({ target }) => {
            const photo = target.files?.[0];
            target.value = '';
            if (photo) void read(photo);
          }}
        />
      </label>
      {isUnread && (
        <p role="alert" className="outcome-refused">
          {t('passCode.unread')}
        </p>
      )}
    </div>
  );
}
