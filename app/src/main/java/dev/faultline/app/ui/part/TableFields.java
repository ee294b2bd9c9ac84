package dev.faultline.app.ui.part;

import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Frame;
import dev.faultline.views.filter.Comparison;
import dev.faultline.views.filter.Field;
import dev.faultline.views.filter.Fields;
import dev.faultline.views.filter.FrameMatch;
import dev.faultline.views.filter.Values;
import dev.faultline.views.timeline.row.Filter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/// The terms by which a table is filtered: its columns, and where its rows belong to goroutines or stacks, the terms of the
/// lanes.
final class TableFields {
    private final List<Column> columns;
    private final List<Field<TraceModel>> fields = new ArrayList<>();

    private TableFields(List<Column> columns) {
        this.columns = columns;
    }

    static Fields<TraceModel> of(List<Column> columns, TableRows rows) {
        TableFields made = new TableFields(columns);
        columns.forEach(column -> made.add(made.field(column)));
        IntUnaryOperator stack = rows.stack();
        if (stack != null) {
            made.stacks(stack);
        }
        IntUnaryOperator goroutine = rows.goroutine();
        if (goroutine != null) {
            Filter.fields().all().forEach(field -> made.add(through(field, goroutine)));
        }
        return new Fields<>(made.fields, made::containing);
    }

    /// The name by which filters know a column.
    static String name(Column column) {
        return column.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private void add(Field<TraceModel> field) {
        if (fields.stream().noneMatch(known -> known.name().equals(field.name()))) {
            fields.add(field);
        }
    }

    private Field<TraceModel> field(Column column) {
        String name = name(column);
        Figures figures = column.figures();
        if (figures == null) {
            return new Field<>(name, ":*text*", "column " + column.title(), (comparison, values) -> {
                Predicate<String> wanted = Values.text(name, comparison, values);
                return _ -> place -> wanted.test(column.text().apply(place));
            });
        }
        return new Field<>(name, figures.unit().example(), "column " + column.title(), (comparison, values) -> {
            DoublePredicate wanted = figures.unit().wanted(name, comparison, values);
            return _ -> place -> wanted.test(figures.of().applyAsDouble(place));
        });
    }

    private void stacks(IntUnaryOperator stack) {
        add(new Field<>("frame", ":net.*Read", "a function anywhere in its stack",
                (comparison, values) -> stacks(stack,
                        FrameMatch.function(Values.text("frame", comparison, values))),
                model -> FrameMatch.functions(model.trace().stacks(), 5_000)));
        add(new Field<>("file", ":db.go:120", "a file, or a line of it, anywhere in its stack", (comparison,
                values) -> stacks(stack, FrameMatch.place(Values.text("file", comparison, values)))));
    }

    private static Function<TraceModel, IntPredicate> stacks(IntUnaryOperator stack, Predicate<Frame> wanted) {
        return model -> {
            BitSet stacks = FrameMatch.stacks(model.trace().stacks(), wanted);
            return place -> stacks.get(stack.applyAsInt(place));
        };
    }

    /// A term of goroutines for rows that belong to one.
    private static Field<TraceModel> through(Field<TraceModel> field, IntUnaryOperator goroutine) {
        return new Field<>(field.name(), field.example(), "goroutine: " + field.help(),
                (Comparison comparison, List<String> values) -> {
                    Function<TraceModel, IntPredicate> test = field.maker().make(comparison, values);
                    return model -> {
                        IntPredicate holds = test.apply(model);
                        return place -> goroutine.applyAsInt(place) >= 0 && holds.test(goroutine.applyAsInt(place));
                    };
                }, field.values());
    }

    private Function<TraceModel, IntPredicate> containing(String part) {
        List<Column> words = columns.stream().filter(column -> column.figures() == null
                || column.figures().unit() == Figures.Unit.ID).toList();
        return _ -> place -> words.stream()
                .anyMatch(column -> column.text().apply(place).toLowerCase(Locale.ROOT).contains(part));
    }
}
