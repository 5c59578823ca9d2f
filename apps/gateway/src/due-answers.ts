import type { Header } from '@tongyun/jt808';

/** Whom a message came from and its answer goes to, as its header says. */
export type Addressee = Pick<Header, 'version' | 'phone'>;

/**
 * Messages that are to be answered once what they report is stored, as numbers: tens of thousands wait at a time,
 * and headers kept as objects are what a garbage collector would have most work with.
 */
export class DueAnswers {
  private readonly addressees: Addressee[] = [];
  /** Where the messages of each begin. */
  private readonly starts: number[] = [];
  private readonly messageIds: number[] = [];
  private readonly sequences: number[] = [];

  static to(headers: readonly Header[]): DueAnswers {
    const due = new DueAnswers();
    for (const header of headers) due.add(header);
    return due;
  }

  get count(): number {
    return this.sequences.length;
  }

  add({ version, phone, messageId, sequence }: Header): void {
    const last = this.addressees.at(-1);
    if (last?.version !== version || last.phone !== phone) {
      this.addressees.push({ version, phone });
      this.starts.push(this.sequences.length);
    }
    this.messageIds.push(messageId);
    this.sequences.push(sequence);
  }

  /** Calls with each message in the order in which they came. */
  each(answer: (addressee: Addressee, messageId: number, sequence: number) => void): void {
    for (const [nth, addressee] of this.addressees.entries()) {
      const end = this.starts[nth + 1] ?? this.sequences.length;
      for (let at = this.starts[nth]!; at < end; at += 1) {
        answer(addressee, this.messageIds[at]!, this.sequences[at]!);
      }
    }
  }
}
