const e={missing:{dk:"不清楚",pns:"不想说"},scales:{agreement:["很不同意","不太同意","一半一半","比较同意","很同意"],frequency:["一次也没有","1–2次","3–5次","6–11次","12次及以上"]}};export{e as texts};
