/** A file's content of one version as the next version has it. It may throw on what is no such content. */
export type Migration = (older: unknown) => unknown;

export type Migrated =
  | { readonly kind: "current"; readonly value: unknown }
  | { readonly kind: "newer" }
  /** A migration did not find what it expected. */
  | { readonly kind: "damaged" };

/**
 * The content of a file of some version as the newest version has it.
 * @param migrations the first one leads from version 1 to version 2, and so on.
 */
export function migrate(value: unknown, version: number, migrations: readonly Migration[]): Migrated {
  if (version > migrations.length + 1) return { kind: "newer" };
  try {
    const steps = migrations.slice(version - 1);
    return { kind: "current", value: steps.reduce<unknown>((older, step) => step(older), value) };
  } catch {
    return { kind: "damaged" };
  }
}
