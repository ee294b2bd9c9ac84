package dev.faultline.views.export;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Judgement;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of what is in a trace: its schema, and where its rows come from. [Tables] lists all.
///
/// @param name such as `goroutines`
/// @param meaning what a row is, half a sentence
/// @param columns without `trace_id`, which every table has first
/// @param source of its rows
public record Table(String name, String meaning, List<Column> columns, Source source) {
    /// What values of a column are.
    public enum Type {
        TEXT, INTEGER, REAL, BOOLEAN
    }

    /// @param name such as `born_ns`
    /// @param meaning half a sentence
    public record Column(String name, Type type, String meaning) {
        static Column text(String name, String meaning) {
            return new Column(name, Type.TEXT, meaning);
        }

        static Column integer(String name, String meaning) {
            return new Column(name, Type.INTEGER, meaning);
        }

        static Column real(String name, String meaning) {
            return new Column(name, Type.REAL, meaning);
        }

        static Column flag(String name, String meaning) {
            return new Column(name, Type.BOOLEAN, meaning);
        }
    }

    /// Takes rows one by one.
    public interface Rows {
        /// @param values one for each column: String, Integer or Long, Double, Boolean, or null for nothing
        void add(@Nullable Object... values) throws IOException;
    }

    /// Hands out the rows of one trace.
    public interface Source {
        void each(Facts facts, Judgement judgement, Rows rows) throws IOException;
    }

    /// A table of what ran, for which findings do not matter.
    interface RunSource {
        void each(TraceModel model, Rows rows) throws IOException;
    }

    static Table of(String name, String meaning, List<Column> columns, RunSource source) {
        return new Table(name, meaning, columns, (facts, _, rows) -> source.each(facts.model(), rows));
    }
}
