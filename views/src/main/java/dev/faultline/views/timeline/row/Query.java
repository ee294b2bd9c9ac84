package dev.faultline.views.timeline.row;

/// Which goroutines the outline lists, and how.
public record Query(Filter filter, Grouping grouping, Order order) {
    public static final Query DEFAULT = new Query(Filter.ALL, Grouping.CREATION_SITE, Order.BLOCKED);
}
