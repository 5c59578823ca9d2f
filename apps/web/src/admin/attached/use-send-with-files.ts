import { useState } from 'react';

/** Attaches a file to what was recorded. */
export type Attach = (file: File) => Promise<unknown>;

/**
 * Records something, and then sends the files that were chosen. What stands already is not recorded a
 * second time when a file fails.
 *
 * @param record resolves to how files are attached to it, or to null for what takes none
 */
export function useSendWithFiles<Fields>(record: (fields: Fields) => Promise<Attach | null>) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [recorded, setRecorded] = useState<{ readonly attach: Attach } | null>(null);
  const send = async (fields: Fields): Promise<void> => {
    const attach = recorded?.attach ?? (await record(fields));
    if (attach === null) return;
    setRecorded({ attach });
    for (const [nth, file] of files.entries()) {
      await attach(file);
      setFiles(files.slice(nth + 1));
    }
  };
  return { send, choose: setFiles };
}
