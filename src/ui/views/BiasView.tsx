/** Being built. */
export default function BiasView() {
  return null;
}
