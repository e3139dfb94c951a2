import"./chunks/elements-D0BpGUCa.js";
