import { useState } from 'react';
import { attachLedgerPhoto } from '../../api/credit.js';

/**
 * Records what ends as an entry of the ledger, and then sends the photos that were chosen. What stands
 * already is not recorded a second time when a photo fails.
 *
 * @param record resolves to the entry's id, or to null for what has none
 */
export function useSendWithPhotos<Fields>(record: (fields: Fields) => Promise<string | null>) {
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [recorded, setRecorded] = useState<string | null>(null);
  const send = async (fields: Fields): Promise<void> => {
    const entryId = recorded ?? (await record(fields));
    if (entryId === null) return;
    setRecorded(entryId);
    for (const [nth, photo] of photos.entries()) {
      await attachLedgerPhoto(entryId, photo);
      setPhotos(photos.slice(nth + 1));
    }
  };
  return { send, choose: setPhotos };
}
