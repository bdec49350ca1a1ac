/** Asks a JSON value for its parts, whatever it is; keys are the value's own. */
export interface JsonNode {
  readonly at: (...keys: readonly string[]) => JsonNode;
  readonly list: () => readonly JsonNode[];
  /** "" where it is neither a text, a number nor a truth value. */
  readonly text: () => string;
  readonly number: () => number | null;
}

/** Wraps a value that `JSON.parse` gave. */
export function jsonNode(value: unknown): JsonNode {
  return {
    at: (...keys) => jsonNode(keys.reduce(ownPart, value)),
    list: () => (Array.isArray(value) ? value.map(jsonNode) : []),
    text: () =>
      typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "",
    number: () => (typeof value === "number" && Number.isFinite(value) ? value : null),
  };
}

function ownPart(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
