import"./chunks/elements-DH9XJiz_.js";
