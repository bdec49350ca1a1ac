import type { UserError } from "../../../model/userError";
import { tidyReview } from "../cochrane/tidyReview";
import type { Format, FormatReading, OpenedFile } from "../format";
import { parseXml, type XmlFault } from "./xml";
import { xmlReview } from "./xmlReview";

const FAULTS: Readonly<Record<XmlFault, UserError>> = {
  broken: {
    code: "xml-broken",
    message: "The RevMan file is damaged: its XML ends too early, or a tag is not closed.",
    remedy: "Save it again in RevMan 5, or download it again, then open that file.",
    where: {},
  },
  "too-large": {
    code: "xml-too-large",
    message: "The RevMan file is nested too deeply or too large to be a review.",
    remedy: "Check that it is the .rm5 file of one review.",
    where: {},
  },
  entities: {
    code: "xml-entities",
    message: "The file declares entities of its own, which RevMan never writes; for safety it is not read.",
    remedy: "Save it again in RevMan 5, then open that file.",
    where: {},
  },
};

/** A RevMan 5 review (`.rm5`), which is XML. */
export const REVMAN5_XML: Format = {
  name: "RevMan 5 file",
  recognises: (files) => rm5Of(files) !== null,
  read: (files): FormatReading => {
    const root = parseXml(rm5Of(files) ?? "");
    return "fault" in root ? { kind: "refused", errors: [FAULTS[root.fault]] } : tidyReview(xmlReview(root));
  },
};

/** The text of the first file whose root element is a Cochrane review's. */
function rm5Of(files: readonly OpenedFile[]): string | null {
  const isReview = (text: string) => text.slice(0, 4096).includes("<COCHRANE_REVIEW");
  const file = files.find((one) => one.kind === "xml" && isReview(one.text));
  return file?.kind === "xml" ? file.text : null;
}
