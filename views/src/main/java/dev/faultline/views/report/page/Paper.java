package dev.faultline.views.report.page;

/// Sizes of pages. The margins leave the same width on each, so that pictures fit both.
public enum Paper {
    /// 210 × 297 mm.
    A4("A4", "A4", "16mm"),
    /// 8.5 × 11 inches.
    LETTER("Letter", "letter", "19.05mm");

    private final String label;
    private final String size;
    private final String side;

    Paper(String label, String size, String side) {
        this.label = label;
        this.size = size;
        this.side = side;
    }

    /// Its name in style sheets.
    String size() {
        return size;
    }

    /// The margins at its sides.
    String side() {
        return side;
    }

    /// What it is called for people.
    public String label() {
        return label;
    }
}
