/**
 * Finds at which desk an alert is for somebody with these rights: the authorities', whose rights are
 * over all enterprises even where they see one district, or that of the alert's enterprise; null:
 * the alert is of no enterprise and he is none of the authorities.
 */
export const deskOf = <Enterprise extends string>(
  { enterpriseIds }: { readonly enterpriseIds: 'all' | readonly Enterprise[] },
  { enterpriseId }: { readonly enterpriseId: Enterprise | null },
): string | null => (enterpriseIds === 'all' ? 'authorities' : enterpriseId);
