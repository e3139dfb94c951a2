const a=a=>a.replace(/[%/]/g,a=>encodeURIComponent(a)),e=({study:e,wave:o,group:s})=>[e,o,s].map(a).join("/"),o=o=>`${e(o)}/${a(o.id)}`,s=a=>`canyu-store:${a}`;export{e as d,s as l,a as p,o as r};
