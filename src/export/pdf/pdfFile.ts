import { deflated, joined, latin1 } from "../bytes";

/** What points to an object of the file: "12 0 R". */
export type Ref = string;

/** A file that is being written: objects are added in any order, and may be promised before they are known. */
export interface PdfFile {
  readonly add: (dictionary: string) => Ref;
  /** An object whose dictionary says what its bytes are; they are compressed on the way. */
  readonly addStream: (dictionary: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Ref>;
  /** A number for an object that comes later. */
  readonly promise: () => { readonly ref: Ref; readonly keep: (dictionary: string) => void };
  /** The whole file, its catalogue and its document information being `root` and `info`. */
  readonly finish: (root: Ref, info: Ref) => Uint8Array<ArrayBuffer>;
}

/** A PDF 1.7 file without objects (ISO 32000-1, 7.5: header, body, cross-reference table, trailer). */
export function pdfFile(): PdfFile {
  const bodies: Uint8Array[] = [];
  const reserve = () => {
    const index = bodies.push(new Uint8Array(0)) - 1;
    return { index, ref: `${index + 1} 0 R` };
  };
  const add = (dictionary: string): Ref => {
    const { index, ref } = reserve();
    bodies[index] = latin1(dictionary);
    return ref;
  };
  return {
    add,
    async addStream(dictionary, bytes) {
      const { index, ref } = reserve();
      const data = await deflated(bytes, "deflate");
      const head = `<< ${dictionary} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`;
      bodies[index] = joined([latin1(head), data, latin1("\nendstream")]);
      return ref;
    },
    promise() {
      const { index, ref } = reserve();
      return {
        ref,
        keep: (dictionary) => {
          bodies[index] = latin1(dictionary);
        },
      };
    },
    finish: (root, info) => assembled(bodies, root, info),
  };
}

function assembled(bodies: readonly Uint8Array[], root: Ref, info: Ref): Uint8Array<ArrayBuffer> {
  // Bytes above 127 in the second line tell programs that the file is binary.
  const parts: Uint8Array[] = [latin1("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")];
  let length = parts[0]!.length;
  const offsets = bodies.map((body, i) => {
    const at = length;
    const object = joined([latin1(`${i + 1} 0 obj\n`), body, latin1("\nendobj\n")]);
    parts.push(object);
    length += object.length;
    return at;
  });
  const lines = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`);
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${lines.join("")}`;
  const trailer = `trailer\n<< /Size ${bodies.length + 1} /Root ${root} /Info ${info} >>\nstartxref\n${length}\n%%EOF\n`;
  return joined([...parts, latin1(table + trailer)]);
}

/** A text of the document information, in UTF-16 with its byte order mark. */
export function textString(text: string): string {
  return `<feff${utf16(text)}>`;
}

/** UTF-16, most significant byte first, in hexadecimal. */
export function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("");
}
