package dev.faultline.app.ui.page;

import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Page;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The numbers beside the words of the rail.
public final class PageCounts {
    private static final int SMALL = 1000;

    private PageCounts() {
    }

    /// @param text the number, short
    /// @param worst what it stands for at worst, for its colour
    public record Count(String text, Severity worst) {}

    /// The number of a page, null where it has none (yet).
    public static ObservableValue<@Nullable Count> of(Session session, Page page) {
        return switch (page) {
            case FINDINGS -> whenChecked(session.findings(), list -> count(list.size(), worst(list)));
            case LEAKS ->
                whenChecked(session.findings(), list -> count(Suspects.count(list), worst(Suspects.of(list))));
            case SPANS -> Bindings.createObjectBinding(() -> session.model().tasks().isEmpty()
                    ? null
                    : count(session.model().tasks().size(), Severity.NOTICE));
            default -> Bindings.createObjectBinding(() -> null);
        };
    }

    private static ObjectBinding<@Nullable Count> whenChecked(FindingList findings,
            Function<List<Finding>, Count> count) {
        return Bindings.createObjectBinding(
                () -> findings.stateProperty().get() == FindingList.State.READY ? count.apply(findings.shown()) : null,
                findings.stateProperty(), findings.shown());
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).min(Comparator.naturalOrder()).orElse(Severity.NOTICE);
    }

    private static Count count(int n, Severity worst) {
        return new Count(n < SMALL ? Integer.toString(n) : n / SMALL + "k", worst);
    }
}
