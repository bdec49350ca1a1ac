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
  return isInitial(id, graph, new Set()) ? "index" : null;
}

/** True where a chain of static imports leads from the page's entry to the module; `seen` ends circles. */
function isInitial(id: string, graph: ModuleGraph, seen: Set<string>): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const info = graph.getModuleInfo(id);
  return info !== null && (info.isEntry || info.importers.some((importer) => isInitial(importer, graph, seen)));
}
