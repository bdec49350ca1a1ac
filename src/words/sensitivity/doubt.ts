/** One doubt and what became of it. `changes` is true where what was tried changes the conclusion. */
export interface Doubt {
  readonly title: string;
  readonly text: string;
  readonly changes: boolean;
}

/** A study's label by its row. */
export type NameOf = (rowId: number) => string;
