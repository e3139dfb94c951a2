import"./chunks/elements-BJkU1Yd_.js";
