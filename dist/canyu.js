import"./chunks/elements-B3oVc3Ee.js";
