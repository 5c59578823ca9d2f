import {
  type ArgumentMetadata,
  BadRequestException,
  Injectable,
  StandardSchemaValidationPipe,
} from '@nestjs/common';

const HALF_A_CHARACTER = /\p{Surrogate}/u;

/** Holds what enters against its contract, after looking for text that no database can keep. */
@Injectable()
export class ContractPipe extends StandardSchemaValidationPipe {
  override async transform<Value>(value: Value, metadata: ArgumentMetadata): Promise<Value> {
    const path = this.toValidate(metadata) ? findUnkeepable(value) : null;
    if (path !== null) {
      throw new BadRequestException([`${path}: Text with a character that cannot be kept`]);
    }
    return super.transform(value, metadata);
  }
}

const isUnkeepable = (text: string): boolean => text.includes('\0') || HALF_A_CHARACTER.test(text);

/** Path of the first text with a NUL or half a character in it; a body may be deep, so no recursion. */
function findUnkeepable(value: unknown): string | null {
  const waiting: [path: string, value: unknown][] = [['', value]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, item] = next;
    if (typeof item === 'string' && isUnkeepable(item)) return path;
    if (typeof item !== 'object' || item === null) continue;
    for (const [key, inner] of Object.entries(item)) {
      if (isUnkeepable(key)) return path;
      waiting.push([path === '' ? key : `${path}.${key}`, inner]);
    }
  }
  return null;
}
