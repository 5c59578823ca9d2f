import { SetMetadata } from '@nestjs/common';

export const ASKS_OF_MANY = Symbol('AsksOfMany');

/** A route whose body names many `plates`; each of them counts as a question. */
export const AsksOfMany = () => SetMetadata(ASKS_OF_MANY, true);
