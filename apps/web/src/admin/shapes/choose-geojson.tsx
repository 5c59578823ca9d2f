import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';

export interface ChooseGeoJsonProps {
  readonly onText: (text: string) => void;
}

/** Takes the text of a GeoJSON file; nothing is sent of it. */
export function ChooseGeoJson({ onText }: ChooseGeoJsonProps) {
  const { t } = useTranslation('admin');
  return (
    <Upload
      accept=".geojson,.json"
      showUploadList={false}
      beforeUpload={(file) => {
        void file.text().then(onText);
        return false;
      }}
    >
      <Button>{t('zone.chooseFile')}</Button>
    </Upload>
  );
}
