import { Alert, Button, Descriptions, type DescriptionsProps, Modal, Typography } from 'antd';

export interface ShownOnceProps {
  readonly title: string;
  /** That it is not shown again. */
  readonly warning: string;
  readonly noted: string;
  readonly items: NonNullable<DescriptionsProps['items']>;
  readonly onClose: () => void;
}

/** Shows a secret. It closes by its button alone: a slip of the hand must not lose the key. */
export const ShownOnce = ({ title, warning, noted, items, onClose }: ShownOnceProps) => (
  <Modal
    open
    closable={false}
    keyboard={false}
    mask={{ closable: false }}
    title={title}
    footer={
      <Button type="primary" onClick={onClose}>
        {noted}
      </Button>
    }
  >
    <Alert type="warning" showIcon title={warning} />
    <Descriptions column={1} style={{ marginTop: 12 }} items={items} />
  </Modal>
);

export const Copyable = ({ text }: { readonly text: string }) => (
  <Typography.Text code copyable>
    {text}
  </Typography.Text>
);
