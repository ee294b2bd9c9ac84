package dev.faultline.app.ui.page;

import dev.faultline.app.config.Note;
import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.finding.LeakFindings;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The number beside a page's title in the rail.
///
/// @param text the number, short
/// @param worst the worst that it counts, for its colour
public record PageCount(String text, Severity worst) {
    private static final int SMALL = 1000;

    /// Counts what a page of a trace shows.
    @FunctionalInterface
    public interface Source {
        /// The number, null where there is none (yet).
        ObservableValue<@Nullable PageCount> of(Session session);
    }

    /// For pages without a number.
    static final Source NONE = _ -> Bindings.createObjectBinding(() -> null);

    static ObservableValue<@Nullable PageCount> findings(Session session) {
        return whenChecked(session.findings(), list -> count(list.size(), worst(list)));
    }

    static ObservableValue<@Nullable PageCount> notes(Session session) {
        ObservableList<Note> notes = session.notes().list();
        return Bindings.createObjectBinding(
                () -> notes.isEmpty() ? null : count(notes.size(), Severity.NOTICE), notes);
    }

    static ObservableValue<@Nullable PageCount> leaks(Session session) {
        return whenChecked(session.findings(),
                list -> count(LeakFindings.count(list), worst(LeakFindings.of(list))));
    }

    /// Tasks, and what is inferred where there are none once the findings are there: that needs what they need.
    static ObservableValue<@Nullable PageCount> tasks(Session session) {
        var shown = new SimpleObjectProperty<@Nullable PageCount>(ofTasks(session.model().tasks().size()));
        session.findings().stateProperty().subscribe(state -> {
            if (state == FindingList.State.READY) {
                new Question<Integer>(session, "count requests").ask(() -> session.facts().runs().all().size(),
                        n -> shown.set(ofTasks(n)));
            }
        });
        return shown;
    }

    private static @Nullable PageCount ofTasks(int n) {
        return n == 0 ? null : count(n, Severity.NOTICE);
    }

    private static ObjectBinding<@Nullable PageCount> whenChecked(FindingList findings,
            Function<List<Finding>, PageCount> count) {
        return Bindings.createObjectBinding(
                () -> findings.stateProperty().get() == FindingList.State.READY ? count.apply(findings.shown()) : null,
                findings.stateProperty(), findings.shown());
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).min(Comparator.naturalOrder()).orElse(Severity.NOTICE);
    }

    private static PageCount count(int n, Severity worst) {
        return new PageCount(n < SMALL ? Integer.toString(n) : n / SMALL + "k", worst);
    }
}
