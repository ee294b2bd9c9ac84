package dev.faultline.model.metric;

import dev.faultline.model.analysis.measure.Histogram;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Families of metrics as OpenMetrics writes them: type, unit and help once, then all samples of the family.
final class ExpositionText {
    private static final String UNLABELLED = "";
    private static final String[] STEPS = {"1", "2", "5"};
    /// Upper ends of buckets: 1, 2, 5 of each decade from a microsecond to ten seconds.
    private static final int FIRST_DECADE = -6;

    /// Labels of a sample, in the order in which they were added.
    record Labels(String text) {
        static final Labels NONE = new Labels(UNLABELLED);

        /// The same with another one; an empty value stands for none.
        Labels with(String name, String value) {
            if (value.isEmpty()) {
                return this;
            }
            String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            return new Labels((text.isEmpty() ? "" : text + ",") + name + "=\"" + escaped + "\"");
        }
    }

    private record Family(String head, List<String> samples) {}

    private final Map<String, Family> families = new LinkedHashMap<>();

    void gauge(String name, String unit, String help, Labels labels, double value) {
        sample(family(name, "gauge", unit, help), name, labels, value);
    }

    void counter(String name, String unit, String help, Labels labels, double value) {
        sample(family(name, "counter", unit, help), name + "_total", labels, value);
    }

    void info(String name, String help, Labels labels) {
        sample(family(name, "info", "", help), name + "_info", labels, 1);
    }

    /// @param ns durations in nanoseconds; what is written are seconds
    void histogram(String name, String help, Labels labels, Histogram ns) {
        Family family = family(name, "histogram", "seconds", help);
        for (int decade = FIRST_DECADE; decade <= 1; decade++) {
            for (String step : STEPS) {
                BigDecimal end = new BigDecimal(step).scaleByPowerOfTen(decade);
                if (decade < 1 || step.equals(STEPS[0])) {
                    long endNs = end.scaleByPowerOfTen(9).longValueExact();
                    sample(family, name + "_bucket", labels.with("le", end.toPlainString() + (decade >= 0 ? ".0" : "")),
                            ns.between(0, endNs + 1.0));
                }
            }
        }
        sample(family, name + "_bucket", labels.with("le", "+Inf"), ns.count());
        sample(family, name + "_count", labels, ns.count());
        sample(family, name + "_sum", labels, ns.sum() / 1e9);
    }

    private Family family(String name, String type, String unit, String help) {
        return families.computeIfAbsent(name, _ -> new Family("# TYPE " + name + " " + type + "\n"
                + (unit.isEmpty() ? "" : "# UNIT " + name + " " + unit + "\n") + "# HELP " + name + " " + help + "\n",
                new ArrayList<>()));
    }

    private static void sample(Family family, String name, Labels labels, double value) {
        String number = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        family.samples.add(name + (labels.text.isEmpty() ? "" : "{" + labels.text + "}") + " " + number + "\n");
    }

    /// All of it, with its end.
    String text() {
        StringBuilder text = new StringBuilder();
        families.values().forEach(family -> {
            text.append(family.head);
            family.samples.forEach(text::append);
        });
        return text.append("# EOF\n").toString();
    }
}
