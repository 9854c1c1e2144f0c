/** What libraries and site scripts of 2008 leave on everybody's prototypes, where every loop finds it. */
Object.prototype.isEmpty = function () { return Object.keys(this).length === 0; };
Object.prototype.extend = function (other) { for (const key in other) this[key] = other[key]; return this; };
Array.prototype.toJSON = function () { return `[${[].map.call(this, (item) => JSON.stringify(item)).join(', ')}]`; };
String.prototype.toJSON = function () { return String(this); };
Array.prototype.remove = function (item) { return this.splice(this.indexOf(item), 1); };
Array.prototype.last = function () { return this[this.length - 1]; };
String.prototype.strip = function () { return this.trim(); };
Function.prototype.defer = function () { return setTimeout(this, 1); };
Number.prototype.times = function (work) { for (let time = 0; time < this; time++) work(time); };
Date.prototype.format = function () { return 'now'; };
Element.prototype.show = function () { return this; };
