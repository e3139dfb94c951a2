import"./chunks/elements-Bu-RRgyp.js";
