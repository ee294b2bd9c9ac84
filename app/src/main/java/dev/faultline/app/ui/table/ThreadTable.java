package dev.faultline.app.ui.table;

import dev.faultline.app.ui.part.AsyncPart;
import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TablePane;
import dev.faultline.app.ui.part.TableRows;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.model.GoState;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.TraceModel;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;

/// Operating system threads, and what ran on them. A row leads to the longest stretch on it.
final class ThreadTable {
    private ThreadTable() {
    }

    /// What one thread did.
    ///
    /// @param goroutine the one that stayed longest on it, -1 when none did
    /// @param atNs when that stretch began
    private record Sum(long spans, long runningNs, long syscallNs, long firstNs, long lastNs, int goroutine,
            long atNs) {
        static Sum of(ProcSpans spans) {
            long running = 0;
            long syscall = 0;
            long longest = -1;
            int goroutine = -1;
            long at = 0;
            int n = spans.size();
            for (int i = 0; i < n; i++) {
                long ns = spans.end(i) - spans.start(i);
                running += spans.state(i) == GoState.RUNNING ? ns : 0;
                syscall += spans.state(i) == GoState.SYSCALL ? ns : 0;
                if (spans.goroutine(i) >= 0 && ns > longest) {
                    longest = ns;
                    goroutine = spans.goroutine(i);
                    at = spans.start(i);
                }
            }
            return new Sum(n, running, syscall, n == 0 ? 0 : spans.start(0), n == 0 ? 0 : spans.end(n - 1), goroutine,
                    at);
        }
    }

    static Node of(TableHost host, Consumer<TablePane> made) {
        Session session = host.session();
        TraceModel model = session.model();
        return AsyncPart.of(session, "Summing up threads…", () -> IntStream.range(0, session.trace().threads().size())
                .mapToObj(thread -> Sum.of(model.threadSpans(thread))).toList(), sums -> table(host, sums, made));
    }

    private static Node table(TableHost host, List<Sum> sums, Consumer<TablePane> made) {
        TraceModel model = host.session().model();
        var threads = host.session().trace().threads();
        double whole = Math.max(1, model.durationNs());
        var columns = List.of(Column.id("Thread", i -> "M" + threads.id(i), threads::id),
                Column.count("Spans", i -> sums.get(i).spans()),
                Column.duration("Running", i -> sums.get(i).runningNs()),
                Column.share("Share of the trace", i -> sums.get(i).runningNs() / whole),
                Column.duration("Syscall", i -> sums.get(i).syscallNs()),
                Column.time("First", model.trace(), i -> sums.get(i).firstNs()),
                Column.time("Last", model.trace(), i -> sums.get(i).lastNs()));
        TablePane pane = host.table(Tables.THREADS, sums.size(), columns, TableRows.of(i -> thing(model, sums.get(i))));
        made.accept(pane);
        return pane.sortedBy("Running").node();
    }

    private static Thing thing(TraceModel model, Sum sum) {
        return sum.goroutine() < 0
                ? Thing.NOTHING
                : new Thing.Goroutine(sum.goroutine(), model.spans(sum.goroutine()).at(sum.atNs()));
    }
}
