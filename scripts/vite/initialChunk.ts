interface ModuleGraph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/**
 * Puts every module that the page needs before it shows anything into one file: shared with the chunks that come later
 * they would be cut into many, which compress worse and cost a request each.
 *
 * @returns the chunk of a module, or null to leave it to the bundler.
 */
export function initialChunk(id: string, graph: ModuleGraph): string | null {
  if (D3_MODULE.test(id) && !D3_NEEDED.test(id)) return null;
  return isInitial(id, graph, new Set()) ? "index" : null;
}

/** d3's index imports every one of its modules, and the bundler drops those unused: only these are needed at first. */
const D3_NEEDED = /\/d3-array\//;
const D3_MODULE = /\/node_modules\/d3-[a-z]+\//;

/** True where a chain of static imports leads from the page's entry to the module; `seen` ends circles. */
function isInitial(id: string, graph: ModuleGraph, seen: Set<string>): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const info = graph.getModuleInfo(id);
  return info !== null && (info.isEntry || info.importers.some((importer) => isInitial(importer, graph, seen)));
}
