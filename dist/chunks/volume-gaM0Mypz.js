let t=1;const a=()=>t;function n(a){t=Math.min(1,Math.max(0,a))}export{a as r,n as s};
