import"./chunks/elements-B8KAk3mX.js";
