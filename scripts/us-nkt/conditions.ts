export type Level = "Cervical" | "Thoracic" | "Lumbar";

export interface Condition {
  readonly name: string;
  readonly level: Level;
  /** Counted by the review as spinal degenerative arthropathy. */
  readonly degenerative: boolean;
}

const condition = (name: string, level: Level, degenerative: boolean): Condition => ({ name, level, degenerative });

/** What the simulated trials treat: kinds of spinal pain for which needle-knife therapy is in use. */
export const CONDITIONS = {
  cervicalSpondylosis: condition("Cervical spondylosis", "Cervical", true),
  cervicalRadiculopathy: condition("Cervical spondylotic radiculopathy", "Cervical", true),
  discHerniation: condition("Lumbar disc herniation", "Lumbar", true),
  spinalStenosis: condition("Lumbar spinal stenosis", "Lumbar", true),
  facetArthropathy: condition("Lumbar facet arthropathy", "Lumbar", true),
  myofascialNeck: condition("Myofascial neck pain", "Cervical", false),
  cervicogenicHeadache: condition("Cervicogenic headache", "Cervical", false),
  myofascialThoracic: condition("Thoracic myofascial pain", "Thoracic", false),
  thirdTransverseProcess: condition("Third lumbar transverse process syndrome", "Lumbar", false),
  nonSpecificBackPain: condition("Non-specific low back pain", "Lumbar", false),
  myofascialBack: condition("Lumbar myofascial pain", "Lumbar", false),
  ankylosingSpondylitis: condition("Ankylosing spondylitis", "Lumbar", false),
} as const;
