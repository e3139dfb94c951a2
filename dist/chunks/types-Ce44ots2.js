function n(n){return"object"==typeof n&&null!==n&&"why"in n}export{n as i};
