import { expect, it } from "vitest";
import { recognise } from "../open/recognise";
import fosmaHr from "./apps/fixtures/fosma-hr.csv?raw";
import fosmaMeans from "./apps/fixtures/fosma-means.csv?raw";
import metaReview from "./apps/fixtures/metareview-binary.csv?raw";
import { opened } from "./fixtures";
import dorn from "./meta/fixtures/dat.dorn2007.csv?raw";
import bcg from "./metafor/fixtures/dat.bcg.csv?raw";
import hackshaw from "./metafor/fixtures/dat.hackshaw1998.csv?raw";

it.each([
  ["FOSMA table", fosmaHr],
  ["FOSMA table", fosmaMeans],
  ["FOSMA table", "label,group,a,b,c,d\nLee,,3,27,5,26"],
  ["FOSMA table", "label,group,yi,vi\nLee,,0.5,0.04"],
  ["MetaReview table", metaReview],
  ["MetaReview table", "Study,Year,Subgroup,Dose,HR,CI_Lower,CI_Upper\nLee,2019,,,0.8,0.6,1.1"],
  ["metafor data", bcg],
  ["metafor data", hackshaw],
  ["metafor data", "label,yi,vi\nLee,0.5,0.04"],
  ["meta data, two arms to a row", dorn],
  ["a meta-analysis app’s table", "Study,effectSize,effectSizeSE\nLee,0.4,0.1"],
  ["tidy table", "study,group,ai,n1i,ci,n2i\nLee,x,3,30,5,31"],
])("calls it a %s", (name, text) => {
  const found = recognise([opened(text)]);
  if (found.kind !== "known" || found.reading.kind !== "tidy") throw new Error(found.kind);
  expect(found.reading.format).toBe(name);
  expect(found.format.name).toBe(name);
});
