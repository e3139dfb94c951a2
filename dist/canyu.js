import"./chunks/elements-tk6T-023.js";
