import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { RefusalNotice } from '../ui/refusal-notice.js';
import type { useLaboratoryWork } from './use-laboratory-work.js';

export interface LaboratoryFormProps<Fields> {
  readonly testId: string;
  readonly initialValues: Readonly<Record<string, unknown>>;
  readonly work: ReturnType<typeof useLaboratoryWork<Fields>>;
  readonly submitLabel: string;
  readonly children: ReactNode;
}

/**
 * Records one thing in the laboratory's book, and is empty again for the next. It has a name, so that its labels lead
 * to its own fields: a form behind the drawer has fields of the same names.
 */
export function LaboratoryForm<Fields>({
  testId,
  initialValues,
  work,
  submitLabel,
  children,
}: LaboratoryFormProps<Fields>) {
  const [form] = Form.useForm<Fields>();
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      name={testId}
      data-testid={testId}
      initialValues={initialValues}
      onFinish={(fields) => work.mutate(fields, { onSuccess: () => form.resetFields() })}
    >
      {children}
      <Button type="primary" htmlType="submit" loading={work.isPending}>
        {submitLabel}
      </Button>
      <RefusalNotice error={work.error} />
    </Form>
  );
}
