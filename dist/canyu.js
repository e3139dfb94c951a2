import"./chunks/elements-B0YW_d1L.js";
