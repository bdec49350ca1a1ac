import type { Better } from "../../model/study";

/** Instruments whose direction is known, by the word that names them: higher scores are worse. */
const LOWER_IS_BETTER =
  "vas nrs nprs nprs11 womac odi rmdq rdq ndi haq bdi bdiii hamd hdrs madrs phq9 phq hama gad7 gad psqi isi ess fiq basdai basfi das28 dash quickdash spadi updrs mdsupdrs nihss edss panss ymrs bprs cgis ymrs ipss scorad pasi dlqi easi asi tess bpi kpps";

/** Higher scores are better. */
const HIGHER_IS_BETTER =
  "joa mjoa sf36 sf12 sf6d eq5d koos hoos hhs lysholm ikdc ases ucla constant barthel adl fim mmse moca kps gcs fma fuglmeyer whoqol whoqolbref 6mwt 6mwd gaf";

const BETTER: ReadonlyMap<string, Better> = new Map([
  ...LOWER_IS_BETTER.split(" ").map((word) => [word, "lower"] as const),
  ...HIGHER_IS_BETTER.split(" ").map((word) => [word, "higher"] as const),
]);

const LONGEST = 200; // characters of a name that are looked at

/** Which way is better on the instrument that a name has in it ("VAS (0-10)", "SF-36"); null where it has none, or both. */
export function betterOn(name: string): { readonly instrument: string; readonly better: Better } | null {
  const words = name.slice(0, LONGEST).split(/[\s,;:/()[\]]+/);
  const known = words.flatMap((word) => {
    const better = BETTER.get(word.toLowerCase().replace(/[-–.]/g, ""));
    return better ? [{ instrument: word, better }] : [];
  });
  const [first] = known;
  return first && known.every(({ better }) => better === first.better) ? first : null;
}
