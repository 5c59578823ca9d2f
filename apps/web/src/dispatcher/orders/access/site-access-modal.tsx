import type { SiteView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { setSiteAccess } from '../../../api/deliveries.js';
import { weekdayNames } from '../../../i18n/hours.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { RefusalNotice } from '../../../ui/refusal-notice.js';
import { type AccessFields, EVERY_DAY, toAccess, toFields } from './access-fields.js';

interface SiteAccessModalProps {
  readonly site: SiteView;
  readonly onClose: () => void;
}

/** The hours of each week, and days that are otherwise. */
export function SiteAccessModal({ site, onClose }: SiteAccessModalProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const [form] = Form.useForm<AccessFields>();
  const save = useMutation({
    mutationFn: (fields: AccessFields) => setSiteAccess(site.id, toAccess(fields)),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['order'] });
      void queries.invalidateQueries({ queryKey: ['sites'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('access.title', { site: site.name })}
      okText={shared('action.confirm')}
      cancelText={shared('action.cancel')}
      okButtonProps={{ 'data-testid': 'save-site-access' }}
      confirmLoading={save.isPending}
      width={560}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<AccessFields>
        form={form}
        layout="vertical"
        initialValues={toFields(site)}
        onFinish={(fields) => save.mutate(fields)}
      >
        <p className="gantt-sub">{t('access.hint')}</p>
        <WeekRows />
        <p className="gantt-sub">{t('access.daysHint')}</p>
        <DayRows />
      </Form>
      <RefusalNotice error={save.error} />
    </Modal>
  );
}

function WeekRows() {
  const { t } = useTranslation('dispatcher');
  const language = useLanguage();
  const needed = [{ required: true, message: t('form.required') }];
  const weekdays = weekdayNames(language).map((label, place) => ({ value: place + 1, label }));
  return (
    <Form.List name="hours">
      {(rows, { add, remove }) => (
        <Flex vertical gap={4}>
          {rows.map(({ key, name }) => (
            <Flex key={key} gap={8} align="start">
              <Form.Item
                name={[name, 'weekdays']}
                rules={needed}
                style={{ flex: 1, marginBottom: 0 }}
              >
                <Select
                  mode="multiple"
                  maxTagCount="responsive"
                  aria-label={t('access.weekdays')}
                  options={weekdays}
                />
              </Form.Item>
              <ClockItem path={[name, 'from']} label={t('access.from')} isNeeded />
              <ClockItem path={[name, 'to']} label={t('access.to')} isNeeded />
              <Button onClick={() => remove(name)}>{t('access.remove')}</Button>
            </Flex>
          ))}
          <Button
            data-testid="add-access-hours"
            onClick={() => add({ weekdays: EVERY_DAY, from: '06:00', to: '22:00' })}
          >
            {t('access.add')}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}

function DayRows() {
  const { t } = useTranslation('dispatcher');
  const needed = [{ required: true, message: t('form.required') }];
  return (
    <Form.List name="days">
      {(rows, { add, remove }) => (
        <Flex vertical gap={4}>
          {rows.map(({ key, name }) => (
            <Flex key={key} gap={8} align="start">
              <Form.Item name={[name, 'on']} rules={needed} style={{ flex: 1, marginBottom: 0 }}>
                <Input type="date" aria-label={t('access.day')} />
              </Form.Item>
              <ClockItem path={[name, 'from']} label={t('access.from')} />
              <ClockItem path={[name, 'to']} label={t('access.to')} />
              <Button onClick={() => remove(name)}>{t('access.remove')}</Button>
            </Flex>
          ))}
          <Button onClick={() => add({})}>{t('access.addDay')}</Button>
        </Flex>
      )}
    </Form.List>
  );
}

interface ClockItemProps {
  readonly path: (string | number)[];
  readonly label: string;
  readonly isNeeded?: boolean;
}

function ClockItem({ path, label, isNeeded = false }: ClockItemProps) {
  const { t } = useTranslation('dispatcher');
  return (
    <Form.Item
      name={path}
      rules={[{ required: isNeeded, message: t('form.required') }]}
      style={{ marginBottom: 0 }}
    >
      <Input type="time" aria-label={label} style={{ width: 110 }} />
    </Form.Item>
  );
}
