package dev.faultline.app.cli.rank;

import dev.faultline.model.metric.Better;
import dev.faultline.model.metric.Measured;
import dev.faultline.model.metric.TraceMetric;
import dev.faultline.model.metric.TraceMetrics;
import dev.faultline.model.rules.SettingsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Traces side by side, one row each.
public final class Ranking {
    private static final List<String> COLUMNS = List.of("findings-critical", "findings-warning", "findings-notice",
            "stuck",
            "stw", "p99-sched-latency", "gc-cpu", "fracture-rate", "slowest-task", "events", "duration");
    /// In this order, unless a metric is asked for.
    private static final List<String> WORST = List.of("findings-critical", "findings-warning", "stuck",
            "findings-notice");

    private final List<TraceMetric> columns;
    private final Comparator<Row> order;

    /// One trace.
    ///
    /// @param file as the user knows it
    /// @param values one for each column; empty where the trace does not tell
    /// @param error why there are none, empty for a trace that could be read
    public record Row(String file, List<OptionalDouble> values, String error) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /// @param by the metric that decides, null for the findings
    public Ranking(@Nullable TraceMetric by) {
        columns = new ArrayList<>(COLUMNS.stream().map(Ranking::named).toList());
        if (by != null) {
            columns.removeIf(column -> column.name().equals(by.name()));
            columns.addFirst(by);
        }
        Comparator<Row> worst = Comparator.comparing(row -> row.error.isEmpty() ? 0 : 1);
        for (TraceMetric metric : by == null ? WORST.stream().map(Ranking::named).toList() : List.of(by)) {
            worst = worst.thenComparing(worstFirst(metric));
        }
        order = worst.thenComparing(Row::file);
    }

    private static TraceMetric named(String name) {
        try {
            return TraceMetrics.named(name);
        } catch (SettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    private Comparator<Row> worstFirst(TraceMetric metric) {
        int column = columns.stream().map(TraceMetric::name).toList().indexOf(metric.name());
        double sign = metric.better() == Better.HIGHER ? 1 : -1;
        return Comparator.comparingDouble(row -> {
            OptionalDouble value = row.values.size() > column ? row.values.get(column) : OptionalDouble.empty();
            return value.isPresent() ? sign * value.getAsDouble() : Double.POSITIVE_INFINITY;
        });
    }

    /// What is shown of each trace.
    public List<TraceMetric> columns() {
        return columns;
    }

    /// The row of a trace.
    ///
    /// @param file as the user knows it
    public Row row(String file, Measured trace) {
        return new Row(file, columns.stream().map(column -> column.of(trace)).toList(), "");
    }

    /// The row of what could not be read.
    ///
    /// @param file as the user knows it
    /// @param error why
    public static Row failed(String file, String error) {
        return new Row(file, List.of(), error);
    }

    /// The worst first, those that could not be read last.
    public List<Row> sorted(List<Row> rows) {
        return rows.stream().sorted(order).toList();
    }
}
