import { createRoot } from "react-dom/client";
import { CASES } from "../plots/cases/allCases";
import { SceneView } from "../ui/SceneView";

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
