const e=e=>e.replace(/\p{Surrogate}/gu,"�");export{e as t};
