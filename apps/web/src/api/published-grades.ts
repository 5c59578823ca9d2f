import { publishedGrades } from '@tongyun/contracts';
import { send } from './transport.js';

/** Open to all: asked without a sign-in. */
export const getPublishedGrades = () =>
  send({ method: 'GET', path: 'credit-grades', answer: publishedGrades });
