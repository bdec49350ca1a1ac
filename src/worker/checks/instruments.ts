import type { Better } from "../../model/study";

/** Instruments whose direction is known, by the word that names them: higher scores are worse. */
const LOWER_IS_BETTER =
  "vas nrs nprs nprs11 womac odi rmdq rdq ndi haq bdi bdiii hamd hdrs madrs phq9 phq hama gad7 gad psqi isi ess fiq basdai basfi das28 dash quickdash spadi updrs mdsupdrs nihss edss panss ymrs bprs cgis ymrs ipss scorad pasi dlqi easi asi tess bpi kpps";

/** Higher scores are better. */
const HIGHER_IS_BETTER =
  "joa mjoa sf36 sf12 sf6d eq eq5d koos hoos hhs lysholm ikdc ases ucla barthel adl fim mmse moca kps gcs fma fuglmeyer whoqol whoqolbref 6mwt 6mwd gaf";

const BETTER: ReadonlyMap<string, Better> = new Map([
  ...LOWER_IS_BETTER.split(" ").map((word) => [word, "lower"] as const),
  ...HIGHER_IS_BETTER.split(" ").map((word) => [word, "higher"] as const),
]);

/** Names of people; every other instrument is an abbreviation, and a plain word when it is not written as one. */
const PEOPLE = new Set(["lysholm", "barthel", "lequesne"]);

/** Outcomes that are better the more there is of them, whatever they are measured with. */
const MORE_IS_BETTER = /relief|satisf|well-?being|quality|improve|reduction|recovery/i;

const LONGEST = 200; // characters of a name that are looked at

/** Which way is better on the instrument that a text names ("VAS (0-10)", "SF-36"); null where it names none, or both kinds. */
export function betterOn(text: string): { readonly instrument: string; readonly better: Better } | null {
  if (MORE_IS_BETTER.test(text.slice(0, LONGEST))) return null;
  const words = text.slice(0, LONGEST).split(/[\s,;:/()[\]]+/);
  const known = words.flatMap((word) => {
    const key = word.toLowerCase().replace(/[-–.]/g, "");
    const better = PEOPLE.has(key) || /[A-Z].*[A-Z]|\d/.test(word) ? BETTER.get(key) : undefined;
    return better ? [{ instrument: word, better }] : [];
  });
  const [first] = known;
  return first && known.every(({ better }) => better === first.better) ? first : null;
}
