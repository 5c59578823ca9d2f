import { Button, Modal } from 'antd';
import './shortcuts-help.css';

export interface ShortcutsHelpProps {
  readonly title: string;
  /** Each key as it stands on the keyboard, with what it does. */
  readonly keys: readonly (readonly [string, string])[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** The keys of a page, behind a button with a question mark. */
export function ShortcutsHelp({ title, keys, isOpen, onOpen }: ShortcutsHelpProps) {
  return (
    <>
      <Button aria-label={title} title={title} onClick={() => onOpen(true)}>
        ?
      </Button>
      <Modal open={isOpen} title={title} footer={null} width={380} onCancel={() => onOpen(false)}>
        <dl className="shortcuts">
          {keys.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
