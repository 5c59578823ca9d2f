import { Form } from 'antd';
import { useTranslation } from 'react-i18next';

/** What the dialog for files offers; what a file is, the server judges by its bytes. */
const OFFERED = {
  photos: 'image/jpeg,image/png',
  files: 'application/pdf,image/jpeg,image/png',
} as const;

export interface FileFieldProps {
  /** Photos alone, or papers too. */
  readonly takes: keyof typeof OFFERED;
  readonly onChoose: (files: File[]) => void;
}

/** Files that are kept with what is recorded. */
export function FileField({ takes, onChoose }: FileFieldProps) {
  const { t } = useTranslation('admin');
  const label = t(`attached.${takes}`);
  return (
    <Form.Item label={label} extra={t('attached.hint')}>
      <input
        type="file"
        accept={OFFERED[takes]}
        multiple
        aria-label={label}
        onChange={({ target }) => onChoose([...(target.files ?? [])])}
      />
    </Form.Item>
  );
}
