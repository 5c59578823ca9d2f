import type { ExportTrackQuery, TrackQuery } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { exportTrack } from '../../api/tracking.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { saveFile } from '../../ui/save-file.js';

const FORMATS = { csv: 'CSV', geojson: 'GeoJSON' } as const;
const FORMAT_NAMES = Object.keys(FORMATS) as ExportTrackQuery['format'][];

export interface ExportButtonsProps {
  readonly vehicleId: string;
  readonly plate: string;
  readonly span: TrackQuery;
}

/** Gives the track that is played away as a file. */
export function ExportButtons({ vehicleId, plate, span }: ExportButtonsProps) {
  const { t } = useTranslation('dispatcher');
  const saving = useMutation({
    mutationFn: async (format: ExportTrackQuery['format']) => {
      const file = await exportTrack(vehicleId, { ...span, format });
      saveFile(file, `${plate} ${formatDateTime(span.from).replaceAll(':', '')}.${format}`);
    },
  });
  return (
    <>
      <Space.Compact>
        {FORMAT_NAMES.map((format) => (
          <Button
            key={format}
            data-testid={`replay-export-${format}`}
            loading={saving.isPending && saving.variables === format}
            onClick={() => saving.mutate(format)}
          >
            {t('replay.export')} {FORMATS[format]}
          </Button>
        ))}
      </Space.Compact>
      <RefusalNotice error={saving.error} />
    </>
  );
}
