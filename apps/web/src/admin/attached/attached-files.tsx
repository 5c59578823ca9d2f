import type { AttachedFileView } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { openFile } from '../../ui/open-file.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';

export interface AttachedFilesProps {
  readonly files: readonly AttachedFileView[];
  /** What each is saved as where the browser opens no tab, without its ending. */
  readonly title: string;
  readonly getFile: (id: string) => Promise<Blob>;
}

/** The files of a record, each opened by a button; nothing where there are none. */
export function AttachedFiles({ files, title, getFile }: AttachedFilesProps) {
  const { t } = useTranslation('admin');
  const open = useMutation({
    mutationFn: async ({ id, fileKind }: AttachedFileView) =>
      openFile(await getFile(id), `${title}.${fileKind}`),
  });
  if (files.length === 0) return null;
  return (
    <>
      <Flex gap={6} wrap className="attached-files">
        {files.map((file, nth) => (
          <Button key={file.id} size="small" onClick={() => open.mutate(file)}>
            {t(file.fileKind === 'pdf' ? 'attached.paper' : 'attached.photo', { n: nth + 1 })}
          </Button>
        ))}
      </Flex>
      <RefusalNotice error={open.error} />
    </>
  );
}
