package dev.faultline.views.report;

/// Tables with a head that repeats on each page.
final class Tables {
    private Tables() {
    }

    /// Adds a table with these column heads and returns its body. Columns are styled as `.name .c1`, `.name .c2`…
    static Html add(Html parent, String name, String... heads) {
        Html table = parent.add("table", "data " + name);
        Html head = table.add("thead").add("tr");
        for (int i = 0; i < heads.length; i++) {
            head.add("th", "c" + (i + 1)).with("scope", "col").text(heads[i]);
        }
        return table.add("tbody");
    }
}
