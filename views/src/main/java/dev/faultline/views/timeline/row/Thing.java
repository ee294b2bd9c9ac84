package dev.faultline.views.timeline.row;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Range;
import dev.faultline.model.Region;
import dev.faultline.model.Spans;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.task.CriticalPath;
import dev.faultline.model.analysis.task.PathParts;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.views.scale.TimeRange;
import org.jspecify.annotations.Nullable;

/// A thing of a trace that can be shown, pointed at and selected.
public sealed interface Thing {
    /// Nothing.
    Thing NOTHING = new None();

    /// Index of an interval that stands for all of them: the goroutine or P as a whole.
    int WHOLE = -1;

    /// The line of the timeline that shows it, null when none does.
    default @Nullable Row row() {
        return null;
    }

    /// Index of its interval in the front lane of its line, [#WHOLE] when it is the whole line.
    default int interval(TraceModel model) {
        return WHOLE;
    }

    /// How many intervals of its line it is, from [#interval] on.
    default int intervals() {
        return 1;
    }

    /// The time that it takes, null when it has none of its own.
    default @Nullable TimeRange time(TraceModel model) {
        return null;
    }

    /// A thing that has a line of its own on the timeline.
    sealed interface Row extends Thing {
        @Override
        default Row row() {
            return this;
        }

        /// The thing that one of its intervals is.
        ///
        /// @param interval index in the lane, [#WHOLE] beside all intervals
        /// @param front whether the lane is the one in front
        default Thing at(TraceModel model, int interval, boolean front) {
            return NOTHING;
        }
    }

    /// A goroutine, or what it did for a while.
    ///
    /// @param goroutine index
    /// @param span index in its spans, [#WHOLE] for the goroutine as a whole
    record Goroutine(int goroutine, int span) implements Row {
        /// The goroutine as a whole.
        public Goroutine(int goroutine) {
            this(goroutine, WHOLE);
        }

        @Override
        public Row row() {
            return new Goroutine(goroutine);
        }

        @Override
        public int interval(TraceModel model) {
            return span;
        }

        @Override
        public TimeRange time(TraceModel model) {
            if (span < 0) {
                return new TimeRange(model.goroutines().bornNs(goroutine), model.goroutines().endNs(goroutine));
            }
            Spans spans = model.spans(goroutine);
            return new TimeRange(spans.start(span), spans.end(span));
        }

        @Override
        public Thing at(TraceModel model, int interval, boolean front) {
            return new Goroutine(goroutine, interval);
        }
    }

    /// A P, or what ran on it for a while.
    ///
    /// @param proc number of the P
    /// @param span index in its spans, [#WHOLE] for the P as a whole
    record Processor(int proc, int span) implements Row {
        /// The P as a whole.
        public Processor(int proc) {
            this(proc, WHOLE);
        }

        @Override
        public Row row() {
            return new Processor(proc);
        }

        @Override
        public int interval(TraceModel model) {
            return span;
        }

        @Override
        public @Nullable TimeRange time(TraceModel model) {
            return span < 0 ? null : new TimeRange(model.procSpans(proc).start(span), model.procSpans(proc).end(span));
        }

        @Override
        public Thing at(TraceModel model, int interval, boolean front) {
            return new Processor(proc, interval);
        }
    }

    /// A user task and the work that goes on after its end. Two of one task are the same thing.
    ///
    /// @param workEndNs when the last work for it ended, see [TaskWork]; not before its own end
    record UserTask(Task task, long workEndNs) implements Row {
        /// The task where the work after its end does not matter.
        public UserTask(Task task) {
            this(task, task.endNs());
        }

        @Override
        public int interval(TraceModel model) {
            return 0;
        }

        @Override
        public TimeRange time(TraceModel model) {
            return new TimeRange(task.startNs(), task.endNs());
        }

        @Override
        public Thing at(TraceModel model, int interval, boolean front) {
            return this;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof UserTask row && row.task.id() == task.id() && row.task.startNs() == task.startNs();
        }

        @Override
        public int hashCode() {
            return Long.hashCode(task.id());
        }
    }

    /// The line of GC cycles and, in front of them, stop-the-world pauses.
    record Pauses() implements Row {
        @Override
        public Thing at(TraceModel model, int interval, boolean front) {
            return interval < 0
                    ? NOTHING
                    : new RuntimeRange(model.ranges(front ? Range.Kind.STW : Range.Kind.GC_MARK).get(interval));
        }
    }

    /// A thread (M), or what it ran for a while.
    ///
    /// @param thread its index
    /// @param span index in its spans, [#WHOLE] for the thread as a whole
    record Thread(int thread, int span) implements Row {
        @Override
        public Row row() {
            return new Thread(thread, WHOLE);
        }

        @Override
        public int interval(TraceModel model) {
            return span;
        }

        @Override
        public @Nullable TimeRange time(TraceModel model) {
            return span < 0
                    ? null
                    : new TimeRange(model.threadSpans(thread).start(span), model.threadSpans(thread).end(span));
        }

        @Override
        public Thing at(TraceModel model, int interval, boolean front) {
            return new Thread(thread, interval);
        }
    }

    /// The line of a value over time.
    record Graph(Counter counter) implements Row {}

    /// The line of goroutines by state over time, stacked.
    record StateArea() implements Row {}

    /// The title line of a section; it opens and closes it.
    record Heading(Section section) implements Row {
        @Override
        public Thing at(TraceModel model, int interval, boolean front) {
            if (section.size() > 0 && section.row(0) instanceof Path path) {
                return path;
            }
            return section.group() == null ? NOTHING : new Group(section.group());
        }
    }

    /// The line that stands for the rest of a section that shows its first rows only.
    ///
    /// @param hidden number of rows that are not shown, at least 1
    record More(Section section, int hidden) implements Row {}

    /// A line that belongs to the one above it, which is unfolded. Two at one place are the same thing.
    ///
    /// @param of the line that is unfolded
    /// @param number its place under that line
    /// @param strand what it shows
    record Below(Row of, int number, Strand strand) implements Row {
        @Override
        public Thing at(TraceModel model, int interval, boolean front) {
            return interval < 0 ? of : strand.thing(interval);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Below row && row.number == number && row.of.equals(of);
        }

        @Override
        public int hashCode() {
            return of.hashCode() * 31 + number + 1;
        }
    }

    /// What an event tells that takes no time: a log message, a CPU sample.
    ///
    /// @param event its row
    /// @param goroutine index of the goroutine whose it is, -1 when unknown
    record Moment(int event, int goroutine) implements Thing {
        @Override
        public @Nullable Row row() {
            return goroutine < 0 ? null : new Goroutine(goroutine);
        }

        @Override
        public TimeRange time(TraceModel model) {
            long ns = model.trace().events().time(event);
            return new TimeRange(ns, ns);
        }
    }

    /// A call that was on a goroutine's stacks for a while.
    ///
    /// @param frame id of the frame, see [dev.faultline.trace.event.Stacks]
    record Call(int goroutine, int frame, long fromNs, long toNs) implements Thing {
        @Override
        public Row row() {
            return new Goroutine(goroutine);
        }

        @Override
        public TimeRange time(TraceModel model) {
            return new TimeRange(fromNs, toNs);
        }
    }

    /// Neighbouring intervals of a line that are too short to be told apart on screen.
    ///
    /// @param first index of the first in its lane
    /// @param count how many there are, 2 or more
    /// @param front whether the lane is the one in front
    record Several(Row of, int first, int count, boolean front) implements Thing {
        @Override
        public Row row() {
            return of;
        }

        @Override
        public int interval(TraceModel model) {
            return front ? first : WHOLE;
        }

        @Override
        public int intervals() {
            return count;
        }

        /// One of them, by number from 0 on.
        public Thing get(TraceModel model, int number) {
            return of.at(model, first + number, front);
        }

        @Override
        public @Nullable TimeRange time(TraceModel model) {
            TimeRange begin = get(model, 0).time(model);
            TimeRange end = get(model, count - 1).time(model);
            return begin == null || end == null ? null : new TimeRange(begin.fromNs(), end.toNs());
        }
    }

    /// The line of a critical path: what the time of one goroutine went into, on whichever goroutine that was. Two of one
    /// stretch are the same thing.
    ///
    /// @param title what it is the path of, such as `task call #1`
    record Path(PathParts parts, String title) implements Row {
        @Override
        public TimeRange time(TraceModel model) {
            return new TimeRange(parts.fromNs(), parts.toNs());
        }

        @Override
        public Thing at(TraceModel model, int interval, boolean front) {
            if (interval < 0) {
                return this;
            }
            CriticalPath.Step step = parts.steps().get(interval);
            return new Goroutine(step.goroutine(), model.spans(step.goroutine()).at(step.fromNs()));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Path path && path.parts.goroutine() == parts.goroutine()
                    && path.parts.fromNs() == parts.fromNs() && path.parts.toNs() == parts.toNs();
        }

        @Override
        public int hashCode() {
            return Long.hashCode(parts.fromNs() * 31 + parts.goroutine());
        }
    }

    /// A GC phase, pause, sweep or mark assist.
    record RuntimeRange(Range range) implements Thing {
        @Override
        public Row row() {
            return switch (range.kind()) {
                case MARK_ASSIST -> new Goroutine(range.goroutine());
                case GC_SWEEP -> new Processor(Math.max(0, range.proc()));
                case GC_MARK, STW -> new Pauses();
            };
        }

        @Override
        public int interval(TraceModel model) {
            return range.kind() == Range.Kind.STW ? model.ranges(Range.Kind.STW).indexOf(range) : WHOLE;
        }

        @Override
        public TimeRange time(TraceModel model) {
            return new TimeRange(range.startNs(), range.endNs());
        }
    }

    /// A user region.
    record UserRegion(Region region) implements Thing {
        @Override
        public Row row() {
            return new Goroutine(region.goroutine());
        }

        @Override
        public TimeRange time(TraceModel model) {
            return new TimeRange(region.startNs(), region.endNs());
        }
    }

    /// What a goroutine worked on for a while, inferred from stacks: a request, a test, an item.
    record InferredRun(Run run) implements Thing {
        @Override
        public Row row() {
            return new Goroutine(run.goroutine());
        }

        @Override
        public TimeRange time(TraceModel model) {
            return new TimeRange(run.fromNs(), run.toNs());
        }
    }

    /// All goroutines of a creation site.
    record Group(GoroutineGroup group) implements Thing {
        @Override
        public TimeRange time(TraceModel model) {
            return GroupLife.of(model, group);
        }
    }

    /// Nothing.
    record None() implements Thing {}
}
