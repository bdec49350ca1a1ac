import { createRoot } from "react-dom/client";
import * as forest from "../plots/cases/forestCases";
import * as funnel from "../plots/cases/funnelCases";
import * as glyph from "../plots/cases/glyphCases";
import { SceneView } from "../ui/SceneView";

const CASES = Object.entries({ ...forest, ...funnel, ...glyph });

/** Every visual case that the snapshots hold, live: `npm run dev`, then /src/gallery/. Not in the production build. */
function Gallery() {
  return (
    <main>
      <h1>{CASES.length} visual cases</h1>
      {CASES.map(([name, draw]) => (
        <section key={name} id={name}>
          <h2>{name}</h2>
          <SceneView scene={draw()} />
        </section>
      ))}
    </main>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Gallery />);
