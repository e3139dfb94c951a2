import"./chunks/elements-B6tZelpO.js";
