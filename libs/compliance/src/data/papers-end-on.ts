/**
 * The last day of the paper of one subject that ends first, newer ones of its kind aside; null: none
 * names one.
 *
 * @param id SQL of the subject's id
 */
export const papersEndOn = (subject: 'vehicle' | 'terminal', id: string): string => `(
  SELECT min(newest.last_on) FROM (
    SELECT max(paper.expires_on) AS last_on FROM document paper
    WHERE paper.subject = '${subject}' AND paper.subject_id = ${id} GROUP BY paper.kind) newest)`;
