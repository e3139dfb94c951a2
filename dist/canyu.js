import"./chunks/elements-BZl-fFlp.js";
