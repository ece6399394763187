// Changes a Word file with the library `docx` of the npm registry, as scripts of schools do.
//   node patch.mjs PACKAGE < order.json
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { patchDocument, PatchType, TextRun } = createRequire(import.meta.url)(process.argv[2]);
const order = JSON.parse(readFileSync(0, "utf-8"));
for (const { source, target, start, key, end, text } of order) {
  const patch = { type: PatchType.PARAGRAPH, children: [new TextRun(text)] };
  const made = await patchDocument({
    outputType: "nodebuffer",
    data: readFileSync(source),
    patches: key ? { [key]: patch } : { "no such key": patch },
    placeholderDelimiters: key ? { start, end } : { start: "{{", end: "}}" },
    keepOriginalStyles: true,
  });
  writeFileSync(target, made);
}
