/** Trusted Types as far as the page uses them; TypeScript's DOM library does not have them yet. */
interface Window {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { readonly createScriptURL: (input: string) => string },
    ): { createScriptURL(input: string): unknown };
  };
}
