import"./chunks/elements-CgA2oMlv.js";
