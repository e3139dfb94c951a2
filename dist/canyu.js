import"./chunks/elements-CGoYcfLv.js";
