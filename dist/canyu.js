import"./chunks/elements-2z36QFZK.js";
