/** As many files of a folder as a package holds; a folder of more is not one of data. */
const MOST_FILES = 2000;

/** The files among what was dropped, those in folders too, without the hidden ones. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const left = [...entries];
  for (let entry = left.shift(); entry && files.length < MOST_FILES; entry = left.shift()) {
    if (entry.name.startsWith(".")) continue;
    if (isFile(entry)) files.push(await fileOf(entry));
    else if (isFolder(entry)) left.push(...(await entriesOf(entry)));
  }
  return files;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder gives its entries a hundred at a time, until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0 || entries.length > MOST_FILES) return entries;
    entries.push(...some);
  }
}
