import { describe, expect, it } from "vitest";
import { filesIn } from "./droppedFiles";

const file = (name: string) =>
  ({
    ...{ name, isFile: true, isDirectory: false },
    file: (found: (file: File) => void) => found(new File([name], name)),
  }) as unknown as FileSystemEntry;

/** A folder that gives its entries two at a time, as browsers give a hundred. */
const folder = (name: string, ...entries: readonly FileSystemEntry[]) =>
  ({
    ...{ name, isFile: false, isDirectory: true },
    createReader() {
      const left = [...entries];
      return { readEntries: (found: (some: FileSystemEntry[]) => void) => found(left.splice(0, 2)) };
    },
  }) as unknown as FileSystemEntry;

describe("filesIn", () => {
  it("finds the files of folders within folders, without the hidden ones", async () => {
    const inner = folder("inner", file("c.csv"), file(".DS_Store"), file("d.csv"), file("e.csv"));
    const files = await filesIn([file("a.csv"), folder("package", inner, file("b.csv")), folder(".git", file("x"))]);
    expect(files.map(({ name }) => name).sort()).toEqual(["a.csv", "b.csv", "c.csv", "d.csv", "e.csv"]);
  });

  it("stops at a folder that is no package of data", async () => {
    const many = Array.from({ length: 2500 }, (_, i) => file(`${i}.csv`));
    expect(await filesIn([folder("downloads", ...many)])).toHaveLength(2000);
  });

  it("is rejected where a file cannot be read", async () => {
    const gone = {
      ...file("gone.csv"),
      file: (_: unknown, failed: (fault: unknown) => void) => failed(new Error("gone")),
    };
    await expect(filesIn([gone as unknown as FileSystemEntry])).rejects.toThrow("gone");
  });
});
