import { APPS, FOSMA, METAREVIEW } from "./apps/format";
import { COCHRANE_ROWS } from "./cochrane/dataRowsFormat";
import { COCHRANE_DTA } from "./cochrane/dtaFormat";
import { COCHRANE } from "./cochrane/packageFormat";
import { COCHRANE_PART } from "./cochrane/packagePart";
import { STUDY_RESULTS } from "./cochrane/studyResultsFormat";
import { COVIDENCE } from "./extraction/covidence";
import { SRDR } from "./extraction/srdr";
import type { Format } from "./format";
import { META } from "./meta/format";
import { METADAT, METAFOR } from "./metafor/format";
import { METAINSIGHT_LONG } from "./metainsight/longFormat";
import { METAINSIGHT_WIDE } from "./metainsight/wideFormat";
import { METAPSY } from "./metapsy/format";
import { REVMAN5_CSV } from "./revman5/csvFormat";
import { REVMAN5_XML } from "./revman5/xmlFormat";
import { ROBVIS } from "./robvis/format";
import { TIDY } from "./tidyFormat";

/** Every format, the first that recognises the files being the one that reads them: the most telling names first. */
export const FORMATS: readonly Format[] = [
  METADAT,
  TIDY,
  COCHRANE_DTA,
  COCHRANE,
  COCHRANE_ROWS,
  STUDY_RESULTS,
  COCHRANE_PART,
  REVMAN5_CSV,
  REVMAN5_XML,
  METAPSY,
  METAINSIGHT_LONG,
  METAINSIGHT_WIDE,
  ROBVIS,
  COVIDENCE,
  SRDR,
  FOSMA,
  METAREVIEW,
  METAFOR,
  META,
  APPS,
];

/** Formats of several tables that belong together, so that no one of them is to be chosen. */
export const PACKAGES: ReadonlySet<Format> = new Set([
  COCHRANE_DTA,
  COCHRANE,
  COCHRANE_ROWS,
  STUDY_RESULTS,
  COCHRANE_PART,
  SRDR,
]);
