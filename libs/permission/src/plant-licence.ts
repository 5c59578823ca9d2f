/** What the administration has decided of a plant (R41); spelt as in the glossary. */
export type PlantLicence = 'licensed' | 'unlicensed' | 'suspended' | 'closed';

/** Whether a plant may supply at all: only a licensed one may, a branch too (R41). */
export const maySupply = (licence: PlantLicence): boolean => licence === 'licensed';
