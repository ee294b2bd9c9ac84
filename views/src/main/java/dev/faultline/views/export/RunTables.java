package dev.faultline.views.export;

import dev.faultline.model.GoState;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.Region;
import dev.faultline.model.Regions;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.words.GoRelease;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.format.EventType;
import dev.faultline.views.export.Table.Column;
import dev.faultline.views.export.Table.Rows;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Rows of the tables about what ran.
final class RunTables {
    static final List<Column> RANGE_COLUMNS = List.of(Column.integer("from_ns", "begin"),
            Column.integer("to_ns", "end"),
            Column.text("reason", "why the world was stopped"),
            Column.flag("open", "whether the trace shows not all of it"),
            Column.integer("g", "goroutine"), Column.integer("stack", "stack of its begin"));

    private RunTables() {
    }

    static void traces(Facts facts, Judgement judgement, Rows rows) throws IOException {
        Trace t = facts.model().trace();
        var wall = t.generations().isEmpty() ? null : t.generations().getFirst().wallClock();
        String begin = wall == null ? null : wall.minusNanos(t.generations().getFirst().startNs()).toString();
        rows.add(t.header(), GoRelease.of(t), t.durationNs(), t.events().size(), facts.model().goroutines().count(),
                begin, t.report().complete());
    }

    private static @Nullable Long id(TraceModel m, int goroutine) {
        return goroutine < 0 ? null : m.goroutines().id(goroutine);
    }

    private static String lower(GoState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static void goroutines(TraceModel m, Rows rows) throws IOException {
        Goroutines all = m.goroutines();
        for (int g = 0; g < all.count(); g++) {
            rows.add(all.id(g), all.name(g), all.group(g), all.system(g), all.bornBefore(g), all.bornNs(g),
                    all.endNs(g), all.ended(g), id(m, all.creator(g)), all.creationStack(g), all.runningNs(g),
                    all.runnableNs(g), all.syscallNs(g));
        }
    }

    static void groups(TraceModel m, Rows rows) throws IOException {
        for (GoroutineGroup group : m.groups()) {
            rows.add(group.index(), group.name(), group.site(), group.system(), group.members().size());
        }
    }

    static void states(TraceModel m, Rows rows) throws IOException {
        SpanCursor span = m.allSpans();
        while (span.next()) {
            rows.add(id(m, span.goroutine()), lower(span.state()), span.kind().label(), span.start(), span.end(),
                    span.open(), span.stack());
        }
    }

    static void syscalls(TraceModel m, Rows rows) throws IOException {
        SpanCursor span = m.allSpans();
        while (span.next()) {
            if (span.state() == GoState.SYSCALL) {
                rows.add(id(m, span.goroutine()), span.start(), span.end(), span.open(), span.stack());
            }
        }
    }

    static void wakeups(TraceModel m, Rows rows) throws IOException {
        EventStore events = m.trace().events();
        EventCursor e = events.cursor(0, events.size());
        while (e.next()) {
            if (e.typeId() == EventType.GO_UNBLOCK.id()) {
                rows.add(e.time(), id(m, e.goroutine()), id(m, e.subject()), e.stack());
            }
        }
    }

    static void tasks(TraceModel m, Rows rows) throws IOException {
        Tasks tasks = m.tasks();
        for (int i = 0; i < tasks.size(); i++) {
            rows.add(tasks.id(i), tasks.name(i), tasks.parent(i), tasks.startNs(i), tasks.endNs(i), tasks.began(i),
                    tasks.ended(i), id(m, tasks.creator(i)), tasks.beginStack(i));
        }
    }

    static void regions(TraceModel m, Rows rows) throws IOException {
        Regions regions = m.regions();
        for (Region r : regions) {
            rows.add(id(m, r.goroutine()), r.task(), r.name(), r.startNs(), r.endNs(), r.began(), r.ended(),
                    r.beginStack());
        }
    }

    static void logs(TraceModel m, Rows rows) throws IOException {
        EventStore events = m.trace().events();
        for (int row : m.logRows()) {
            EventCursor e = events.cursor(row, row + 1);
            e.next();
            rows.add(e.time(), id(m, e.goroutine()), e.a(), m.trace().strings().get((int) e.b()),
                    m.trace().strings().get((int) e.c()));
        }
    }

    static void cycles(TraceModel m, Rows rows) throws IOException {
        ranges(m, Range.Kind.GC_MARK, rows);
    }

    static void pauses(TraceModel m, Rows rows) throws IOException {
        ranges(m, Range.Kind.STW, rows);
    }

    private static void ranges(TraceModel m, Range.Kind kind, Rows rows) throws IOException {
        for (Range r : m.ranges(kind)) {
            rows.add(r.startNs(), r.endNs(), r.reason(), r.openStart() || r.openEnd(), id(m, r.goroutine()), r.stack());
        }
    }

    static void procs(TraceModel m, Rows rows) throws IOException {
        for (int p = 0; p < m.procCount(); p++) {
            ProcSpans spans = m.procSpans(p);
            for (int i = 0; i < spans.size(); i++) {
                rows.add(p, spans.start(i), spans.end(i), id(m, spans.goroutine(i)), lower(spans.state(i)));
            }
        }
    }

    static void samples(TraceModel m, Rows rows) throws IOException {
        EventStore events = m.trace().events();
        for (int row : m.cpuSampleRows()) {
            int thread = events.thread(row);
            int p = events.proc(row);
            rows.add(events.time(row), id(m, events.goroutine(row)), p < 0 ? null : p,
                    thread < 0 ? null : m.trace().threads().id(thread), events.stack(row));
        }
    }

    static void stacks(TraceModel m, Rows rows) throws IOException {
        Stacks stacks = m.trace().stacks();
        for (int stack = 1; stack < stacks.size(); stack++) {
            for (int d = 0; d < stacks.depth(stack); d++) {
                rows.add(stack, d, stacks.frameId(stack, d));
            }
        }
    }

    static void frames(TraceModel m, Rows rows) throws IOException {
        Stacks stacks = m.trace().stacks();
        for (int frame = 0; frame < stacks.frameCount(); frame++) {
            Frame f = stacks.frame(frame);
            rows.add(frame, f.function(), f.file(), f.line(), m.owners().of(f).name().toLowerCase(Locale.ROOT));
        }
    }
}
