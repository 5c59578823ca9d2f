import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { discloseDriver } from '../../api/supervision.js';
import { Refused } from './refused.js';

/** Who drives, by his full name: only for a purpose, which is kept under the officer's badge. */
export function DriverDisclosure({ checkId }: { readonly checkId: string }) {
  const { t } = useTranslation('police');
  const [isOpen, setIsOpen] = useState(false);
  const [purpose, setPurpose] = useState('');
  const disclose = useMutation({
    mutationFn: () => discloseDriver(checkId, { purpose: purpose.trim() }),
    networkMode: 'always',
  });
  if (disclose.data) {
    const { name, phone, enterpriseName } = disclose.data;
    return (
      <p className="outcome-done" role="status" data-testid="disclosed">
        {name} · <a href={`tel:${phone}`}>{phone}</a> · {enterpriseName}
      </p>
    );
  }
  if (!isOpen) {
    return (
      <button
        type="button"
        className="disclose"
        data-testid="disclose"
        onClick={() => setIsOpen(true)}
      >
        {t('disclosure.open')}
      </button>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    disclose.mutate();
  };
  return (
    <form className="outcome" aria-label={t('disclosure.open')} onSubmit={submit}>
      <label>
        {t('disclosure.purpose')}
        <input
          required
          minLength={2}
          maxLength={500}
          value={purpose}
          data-testid="purpose"
          onChange={({ target }) => setPurpose(target.value)}
        />
      </label>
      <button
        type="submit"
        className="ask-again"
        data-testid="disclose-now"
        disabled={disclose.isPending}
      >
        {t('disclosure.show')}
      </button>
      <Refused error={disclose.error} />
    </form>
  );
}
