import"./chunks/elements-Jd74o7Jr.js";
