/** This site's own scripts and no other. */
function ownUrl(input: string): string {
  const url = new URL(input, document.baseURI);
  if (url.origin !== location.origin) throw new TypeError(`refused to run ${input}`);
  return url.href;
}

// The content security policy demands trusted script URLs, and lets a policy of this name be made once.
const trusted = window.trustedTypes?.createPolicy("understory", { createScriptURL: ownUrl });

/** The address of one of this site's own scripts, in the form in which a worker can be started from it. */
export function scriptUrl(path: string): string {
  // The DOM types of Worker know only strings; a TrustedScriptURL is what the browser wants here.
  return (trusted?.createScriptURL(path) as string | undefined) ?? ownUrl(path);
}
