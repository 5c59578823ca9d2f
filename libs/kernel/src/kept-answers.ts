import type { Clock } from './clock.js';

interface KeptAnswer<Answer> {
  readonly answer: Answer;
  readonly weight: number;
  readonly untilMs: number;
}

/**
 * Answers kept in memory for a time. When they weigh too much together, those that nobody has asked
 * for longest are given up first.
 */
export class KeptAnswers<Answer> {
  /** In order of use, the latest last. */
  private readonly kept = new Map<string, KeptAnswer<Answer>>();
  private weighed = 0;

  /**
   * @param mostWeight what all answers may weigh together; an answer weighs 1 where nothing else is said
   * @param clock tells when an answer is too old
   */
  constructor(
    private readonly mostWeight: number,
    private readonly clock: Clock,
  ) {}

  /** How much is kept, in the unit of the weights. */
  get weight(): number {
    return this.weighed;
  }

  /** The answer to a question, or undefined when none is kept that is young enough. */
  find(question: string): Answer | undefined {
    const found = this.kept.get(question);
    if (found === undefined) return undefined;
    this.drop(question, found);
    if (found.untilMs <= this.clock.now().getTime()) return undefined;
    this.add(question, found);
    return found.answer;
  }

  /** @param keepMs how long it may be given, milliseconds from now */
  keep(question: string, answer: Answer, keepMs: number, weight = 1): void {
    const earlier = this.kept.get(question);
    if (earlier !== undefined) this.drop(question, earlier);
    this.add(question, { answer, weight, untilMs: this.clock.now().getTime() + keepMs });
    for (const [oldest, one] of this.kept) {
      if (this.weighed <= this.mostWeight) return;
      this.drop(oldest, one);
    }
  }

  forget(): void {
    this.kept.clear();
    this.weighed = 0;
  }

  private add(question: string, one: KeptAnswer<Answer>): void {
    this.kept.set(question, one);
    this.weighed += one.weight;
  }

  private drop(question: string, { weight }: KeptAnswer<Answer>): void {
    this.kept.delete(question);
    this.weighed -= weight;
  }
}
