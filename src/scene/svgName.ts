const names = new Map([["viewBox", "viewBox"]]); // the one that SVG itself spells in camel case

/** SVG's name of an attribute in React's spelling: "fontSize" is "font-size". */
export function svgName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const spelt = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  names.set(name, spelt);
  return spelt;
}
