/** A person's name as it may be shown to who has stated no purpose: the surname, then 张**. */
export const maskName = (name: string): string => `${[...name.trim()][0] ?? ''}**`;
