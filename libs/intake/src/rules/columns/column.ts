/** The same words in the two languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What people write for a value of a choice. */
export interface ChoiceWords extends Words {
  /** Other words for the same, which are taken but not told. */
  readonly also?: readonly string[];
}

/** A column of a file: what it is called, and what its cells may hold. */
export interface Column {
  /** Also what the single endpoint calls it. */
  readonly name: string;
  readonly title: Words;
  /** Completes “应为 …” and “must be …”. */
  readonly holds: Words;
  readonly isRequired: boolean;
  readonly reads: 'text' | 'number' | 'day' | 'time' | 'choice';
  /** Of a choice: each value with the words that people write for it. */
  readonly choices?: Choices;
  readonly example: string;
}

/** A row as the columns read it; an empty cell is null. */
export type RowValues = Readonly<Record<string, string | number | null>>;

/** The columns of one kind of file, and what makes two of its rows the same thing. */
export interface FileShape {
  readonly title: Words;
  readonly columns: readonly Column[];
  /** Marks of the thing a row stands for; two rows of a file may share none. */
  readonly marksOf: (values: RowValues) => readonly string[];
}

export type Choices = Readonly<Record<string, ChoiceWords>>;
const listed = (choices: Choices): Words => ({
  zh: Object.values(choices)
    .map(({ zh }) => zh)
    .join('、'),
  en: `one of ${Object.values(choices)
    .map(({ en }) => en)
    .join(', ')}`,
});

/** Makes columns of each sort; `isRequired` unless said otherwise. */
export const column = {
  text: (name: string, title: Words, holds: Words, example: string): Column => ({
    name,
    title,
    holds,
    isRequired: true,
    reads: 'text',
    example,
  }),
  number: (name: string, title: Words, holds: Words, example: string): Column => ({
    ...column.text(name, title, holds, example),
    reads: 'number',
  }),
  day: (name: string, title: Words, example: string): Column => ({
    ...column.text(name, title, DAY, example),
    reads: 'day',
  }),
  time: (name: string, title: Words, example: string): Column => ({
    ...column.text(name, title, TIME, example),
    reads: 'time',
  }),
  choice: (name: string, title: Words, choices: Choices, example: string): Column => ({
    ...column.text(name, title, listed(choices), example),
    reads: 'choice',
    choices,
  }),
};

const TIME: Words = { zh: '时间，如 2026-12-01 08:30', en: 'a time such as 2026-12-01 08:30' };
const DAY: Words = { zh: '日期，如 2026-12-01', en: 'a day such as 2026-12-01' };

/** The same column with its cells allowed to be empty. */
export const optional = (one: Column): Column => ({ ...one, isRequired: false });
