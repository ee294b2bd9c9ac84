package dev.faultline.views.filter;

/// How a term compares.
public enum Comparison {
    IS(":"), AT_LEAST(">="), AT_MOST("<="), ABOVE(">"), BELOW("<");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /// As it is written.
    public String sign() {
        return sign;
    }

    /// Whether a value stands so to a limit.
    boolean holds(double value, double limit) {
        return switch (this) {
            case IS -> value == limit;
            case AT_LEAST -> value >= limit;
            case AT_MOST -> value <= limit;
            case ABOVE -> value > limit;
            case BELOW -> value < limit;
        };
    }
}
