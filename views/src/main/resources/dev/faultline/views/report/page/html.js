'use strict';
// Sorts a table by the column whose head is pressed; the second press turns the order round. Opens all stacks for printing.
document.querySelectorAll('table.data').forEach(function (table) {
  table.querySelectorAll('th').forEach(function (head, column) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.textContent = '';
    head.appendChild(button);
    button.addEventListener('click', function () {
      var up = head.getAttribute('aria-sort') !== 'ascending';
      table.querySelectorAll('th').forEach(function (other) { other.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      var rows = Array.from(table.tBodies[0].rows);
      rows.sort(function (a, b) {
        var x = a.cells[column], y = b.cells[column];
        var by = x.dataset.order !== undefined && y.dataset.order !== undefined
          ? Number(x.dataset.order) - Number(y.dataset.order)
          : x.textContent.localeCompare(y.textContent, undefined, { numeric: true });
        return up ? by : -by;
      });
      rows.forEach(function (row) { table.tBodies[0].appendChild(row); });
    });
  });
});
var opened = [];
window.addEventListener('beforeprint', function () {
  opened = Array.from(document.querySelectorAll('details:not([open])'));
  opened.forEach(function (details) { details.open = true; });
});
window.addEventListener('afterprint', function () {
  opened.forEach(function (details) { details.open = false; });
});
