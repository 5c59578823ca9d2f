import { createInstance } from 'i18next';

/** The texts of this page, also for what is not a component. */
export const pageTexts = createInstance();
