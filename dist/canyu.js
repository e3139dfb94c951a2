import"./chunks/elements-B6G4otsR.js";
