import { SetMetadata } from '@nestjs/common';

export const NOT_REPLAYED = Symbol('NotReplayed');

/** For a POST that is sent or answers a secret: nothing of it is kept, so a repeat acts again. */
export const NotReplayed = () => SetMetadata(NOT_REPLAYED, true);
