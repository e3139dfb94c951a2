import"./chunks/elements-c1HB8PX5.js";
