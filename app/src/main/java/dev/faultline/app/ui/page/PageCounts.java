package dev.faultline.app.ui.page;

import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Page;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Severity;
import java.util.function.Supplier;
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
    /// @param alarming whether it should catch the eye
    public record Count(String text, boolean alarming) {}

    /// The number of a page, null where it has none (yet).
    public static ObservableValue<@Nullable Count> of(Session session, Page page) {
        return switch (page) {
            case FINDINGS -> whenChecked(session.findings(), () -> count(session.findings().shown().size(),
                    session.findings().count(Severity.CRITICAL) > 0));
            case LEAKS -> whenChecked(session.findings(), () -> count(Suspects.count(session.findings().shown()),
                    Suspects.count(session.findings().shown()) > 0));
            case SPANS -> Bindings.createObjectBinding(() -> session.model().tasks().isEmpty()
                    ? null
                    : count(session.model().tasks().size(), false));
            default -> Bindings.createObjectBinding(() -> null);
        };
    }

    private static ObjectBinding<@Nullable Count> whenChecked(FindingList findings, Supplier<Count> count) {
        return Bindings.createObjectBinding(
                () -> findings.stateProperty().get() == FindingList.State.READY ? count.get() : null,
                findings.stateProperty(), findings.shown());
    }

    private static Count count(int n, boolean alarming) {
        return new Count(n < SMALL ? Integer.toString(n) : n / SMALL + "k", alarming && n > 0);
    }
}
