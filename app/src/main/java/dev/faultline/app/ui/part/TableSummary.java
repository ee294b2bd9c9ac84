package dev.faultline.app.ui.part;

import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.words.Units;

/// What the rows that a table shows come to.
final class TableSummary {
    private TableSummary() {
    }

    /// How many rows there are, and of a column's numbers total, share of all rows' total, median, p95, p99 and the highest.
    ///
    /// @param places the rows that are shown
    /// @param all how many there are without filter
    static String of(Column column, int[] places, int all) {
        Figures figures = column.figures();
        if (figures == null || places.length == 0 || figures.unit() == Figures.Unit.ID) {
            return "";
        }
        Histogram values = new Histogram();
        double total = 0;
        boolean fraction = figures.unit() == Figures.Unit.SHARE;
        for (int place : places) {
            double value = figures.of().applyAsDouble(place);
            total += value;
            values.add(Math.round(fraction ? value * 1e9 : value));
        }
        StringBuilder words = new StringBuilder(column.title()).append(":");
        if (figures.unit().adds()) {
            words.append(" total ").append(figures.unit().words(total));
            double whole = places.length == all ? total : total(figures, all);
            if (places.length < all && whole > 0) {
                words.append(" (").append(Units.share(total / whole)).append(" of all)");
            }
            words.append(",");
        }
        double scale = fraction ? 1e-9 : 1;
        String about = values.exact() ? "" : "≈ ";
        for (Quantile quantile : Quantile.values()) {
            words.append(' ').append(quantile.name).append(' ').append(about)
                    .append(figures.unit().words(values.quantile(quantile.share) * scale)).append(',');
        }
        return words.append(" max ").append(figures.unit().words(values.max() * scale)).toString();
    }

    private enum Quantile {
        MEDIAN("median", 0.5), P95("p95", 0.95), P99("p99", 0.99);

        private final String name;
        private final double share;

        Quantile(String name, double share) {
            this.name = name;
            this.share = share;
        }
    }

    private static double total(Figures figures, int all) {
        double total = 0;
        for (int place = 0; place < all; place++) {
            total += figures.of().applyAsDouble(place);
        }
        return total;
    }
}
