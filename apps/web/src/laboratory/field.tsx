import { Form } from 'antd';
import type { ReactNode } from 'react';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly isNeeded?: boolean;
  readonly children: ReactNode;
}

/** A field of the laboratory's forms; needed unless it says otherwise. */
export function Field({ name, label, isNeeded = true, children }: FieldProps) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: isNeeded, message: '' }]}>
      {children}
    </Form.Item>
  );
}
